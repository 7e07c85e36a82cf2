import {existsSync} from 'node:fs';
import {setTimeout} from 'node:timers/promises';
import {participantEvent} from '../test/support/participant-event.js';
import type {Benchmark} from './benchmark.js';
import {callsOf} from './load/calls-of.js';
import {openMeetings, type RunningMeeting} from './load/open-meetings.js';
import {createSendBody, isTaken, type Sent} from './load/send-body.js';
import {POISON} from './load/webhook-load.js';
import {residentMemory} from './plugin/resident-memory.js';
import type {Product} from './plugin/create-product.js';
import {percentile} from './report/percentile.js';

const MEETINGS = 100;
const EVENTS = 10_000;
const SECONDS = 60;
const POISON_EVERY = 100;
/** Sent at once, so often that all are sent in the time. */
const AT_ONCE = 10;
const PAUSE_MS = (SECONDS * 1_000 * AT_ONCE) / EVENTS;
const PROBE_EVERY_MS = 250;

/** Ten thousand events within a minute, one of a hundred poisonous, about people of a hundred meetings that run. */
export const measurePeople: Benchmark = async (workshop) => {
  const product = await workshop.openProduct();
  try {
    const meetings = await openMeetings(product, MEETINGS);
    const sent: Sent[] = [];
    const waits: number[] = [];
    const begin = performance.now();
    const calls = await callsOf(product.host, async () => {
      const load = sendAll(product, meetings, sent);
      await probeUntil(product, load, waits);
      await load;
    });
    const seconds = (performance.now() - begin) / 1_000;
    const updates = Number(/UpdatePost ×(\d+)/.exec(calls.list)?.[1] ?? 0);
    workshop.note(`Plugin API calls of ${EVENTS} events: ${calls.list}.`);
    const times = sent.map(({milliseconds}) => milliseconds);
    const pid = await product.host.pluginPid();
    return [
      {name: 'people_events', value: sent.length},
      {name: 'people_events_lost', value: sent.filter((each) => !isTaken(each)).length, target: 0},
      {name: 'people_seconds', value: seconds},
      {name: 'people_answer_p50_ms', value: percentile(times, 0.5)},
      {name: 'people_answer_p99_ms', value: percentile(times, 0.99), target: 250},
      {name: 'people_probe_p99_ms', value: percentile(waits, 0.99), target: 100},
      {name: 'people_calls_an_event', value: calls.count / EVENTS, target: 5},
      {name: 'people_updates_a_card_a_second', value: updates / MEETINGS / seconds, target: 1},
      ...(pid !== undefined && existsSync('/proc/self/status')
        ? [{name: 'people_rss_mib', value: await residentMemory(pid), target: 256}]
        : []),
    ];
  } finally {
    await product.close();
  }
};

/** At a steady pace, whatever the answers: so do many meetings. */
async function sendAll(product: Product, meetings: readonly RunningMeeting[], sent: Sent[]): Promise<void> {
  const send = await createSendBody(product);
  const running: Promise<unknown>[] = [];
  for (let nth = 0; nth < EVENTS; nth += AT_ONCE) {
    const bodies = Array.from({length: AT_ONCE}, (_, index) => bodyOf(nth + index, meetings));
    running.push(...bodies.map(async (body) => void sent.push(await send(body))));
    await setTimeout(PAUSE_MS);
  }
  await Promise.all(running);
}

/** Ten people of each meeting come and go in turn. */
function bodyOf(nth: number, meetings: readonly RunningMeeting[]): string {
  if (nth % POISON_EVERY === 0) return POISON[(nth / POISON_EVERY) % POISON.length] ?? '';
  const {meeting} = meetings[nth % meetings.length] ?? {};
  if (meeting === undefined) throw new Error('There is no meeting');
  const round = Math.floor(nth / meetings.length);
  const person = Math.floor(round / 2) % 10;
  const who = {user_id: String(16_778_240 + person), user_name: `Guest ${person}`, id: `zoom-${person}`};
  return participantEvent(round % 2 === 0 ? 'joined' : 'left', meeting, who);
}

/** How long a request waits that costs nothing: for the process, and the host before it. */
async function probeUntil(product: Product, load: Promise<void>, waits: number[]): Promise<void> {
  let isRunning = true;
  void load.finally(() => (isRunning = false)).catch(() => undefined);
  while (isRunning) {
    const begin = performance.now();
    await product.host.http({path: '/webhook'});
    waits.push(performance.now() - begin);
    await setTimeout(PROBE_EVERY_MS);
  }
}
