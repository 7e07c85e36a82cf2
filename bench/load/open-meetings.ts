import type {SimulatedMeeting} from '../../sandbox/zoom/state/records.js';
import type {Product} from '../plugin/create-product.js';
import {seedPlaces} from './seed-places.js';
import {sendEvent} from './send-event.js';

/** A meeting whose host is in, with its card in a channel. */
export interface RunningMeeting {
  readonly channelId: string;
  readonly meeting: SimulatedMeeting;
}

/** Opens meetings as people do, each in a channel of its own: `/zoom start`, then the host goes in. */
export async function openMeetings(product: Product, count: number): Promise<readonly RunningMeeting[]> {
  const opened: RunningMeeting[] = [];
  for (const {userId, channelId} of await seedPlaces(product, count)) {
    const {text} = await product.type('/zoom start', {userId, channelId});
    const meeting = product.zoom.meetings[opened.length];
    if (meeting === undefined) throw new Error(`/zoom start was answered "${text}"`);
    await sendEvent(product, 'meeting.started', meeting);
    opened.push({channelId, meeting});
  }
  return opened;
}
