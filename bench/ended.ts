import {cardState} from '../test/support/world.js';
import type {Benchmark} from './benchmark.js';
import {callsOf} from './load/calls-of.js';
import {type RunningMeeting, openMeetings} from './load/open-meetings.js';
import {sendEvent} from './load/send-event.js';
import {EVENT_SLOWER, modelEvents} from './model/model-events.js';
import {modelOnEachHost} from './model/on-each-host.js';
import type {Product} from './plugin/create-product.js';
import {percentile} from './report/percentile.js';

const WARM_UP = 100;
const TIMED = 300;

/** meeting.ended of a running meeting: calls to Mattermost, and the time until its card says so. */
export const measureEnded: Benchmark = async (workshop) => {
  const product = await workshop.openProduct();
  try {
    const meetings = await openMeetings(product, WARM_UP + 1 + TIMED);
    await timeEnds(product, meetings.slice(0, WARM_UP));

    const counted = meetings.slice(WARM_UP, WARM_UP + 1);
    const calls = await callsOf(product.host, () => timeEnds(product, counted));
    workshop.note(`Plugin API calls of one meeting.ended: ${calls.list}.`);

    const times = await timeEnds(product, meetings.slice(WARM_UP + 1));
    return [
      {name: 'ended_plugin_api_calls', value: calls.count, target: 5},
      {name: 'ended_p50_ms', value: percentile(times, 0.5)},
      {name: 'ended_p95_ms', value: percentile(times, 0.95)},
      ...(await modelOnEachHost(
        workshop,
        {started_model: 12.5, ended_model: 12.5},
        {slower: EVENT_SLOWER, measure: modelEvents},
      )),
    ];
  } finally {
    await product.close();
  }
};

/** One end after the other; milliseconds until the answer, by which the post has to be updated. */
async function timeEnds(product: Product, meetings: readonly RunningMeeting[]): Promise<readonly number[]> {
  const times: number[] = [];
  for (const {channelId, meeting} of meetings) {
    times.push(await sendEvent(product, 'meeting.ended', meeting));
    const state = cardState(await product.card(channelId));
    if (state !== 'ended') throw new Error(`meeting.ended was answered while its card said "${state}"`);
  }
  return times;
}
