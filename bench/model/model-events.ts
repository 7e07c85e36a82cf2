import type {SimulatedMeeting} from '../../sandbox/zoom/state/records.js';
import type {World} from '../../test/support/world.js';
import {seedPlaces} from '../load/seed-places.js';
import {sendEvent} from '../load/send-event.js';
import {median} from '../report/percentile.js';
import {slowDown} from './slow-down.js';

const WARM_UP = 10;
const SAMPLES = 9;
/** An event lasts less than a second then, and may last two and a half. */
export const EVENT_SLOWER = 50;

type EventName = Parameters<typeof sendEvent>[1];

/** From the webhook to its acknowledgement, by when the card shows it. */
export async function modelEvents(world: World): Promise<{started_model: number; ended_model: number}> {
  const {host, zoom} = world;
  const first = zoom.meetings.length;
  const places = await seedPlaces(world, WARM_UP + 2 * SAMPLES, 'event');
  for (const {userId, channelId} of places) {
    await host.executeCommand({userId, channelId, command: '/zoom start'});
  }
  const meetings = zoom.meetings.slice(first);
  const warm = meetings.slice(0, WARM_UP);
  const toStart = meetings.slice(WARM_UP, WARM_UP + SAMPLES);
  const toEnd = meetings.slice(WARM_UP + SAMPLES);
  for (const meeting of [...toEnd, ...warm]) await sendEvent(world, 'meeting.started', meeting);
  for (const meeting of warm) await sendEvent(world, 'meeting.ended', meeting);
  const modelled = await slowDown(world, EVENT_SLOWER);
  const send = async (name: EventName, about: readonly SimulatedMeeting[]): Promise<number> => {
    const times: number[] = [];
    for (const meeting of about) times.push(await modelled(() => sendEvent(world, name, meeting)));
    return median(times);
  };
  const figures = {
    started_model: await send('meeting.started', toStart),
    ended_model: await send('meeting.ended', toEnd),
  };
  await host.liftFaults();
  return figures;
}
