import {kindOf} from '../domain/card-kind.js';
import type {Card} from '../domain/card.js';
import {slotOf} from '../domain/slot.js';
import {zoomTime} from '../domain/zoom-time.js';
import {hasCode} from '../ports/port-error.js';
import type {ZoomPastMeeting} from '../ports/zoom/endpoints/past-meeting.js';
import type {ZoomAs} from '../ports/zoom.js';
import {refusalCode} from './close-outcome.js';
import type {MayAsk} from './may-ask.js';

/**
 * What Zoom has kept of the occurrence that a card is for, although nobody told of it. `undefined`: it was not held, or
 * is not over. Times are missing where Zoom does not say them. Rejects with `zoom-trouble`.
 */
export async function findHeld(
  zoom: ZoomAs,
  card: Card,
  mayAsk: MayAsk,
): Promise<ZoomPastMeeting | undefined> {
  return kindOf(card).isWebinar ? findWebinar(zoom, card, mayAsk) : findMeeting(zoom, card);
}

const isIts = (card: Card, {uuid, startedAt}: Pick<ZoomPastMeeting, 'uuid' | 'startedAt'>): boolean => {
  const known = card.occurrence ?? card.meeting.uuid;
  if (known !== undefined) return uuid === known;
  const {from, to} = slotOf(card, card.meeting.since ?? card.openedAt);
  return startedAt !== undefined && startedAt >= from && startedAt < to;
};

/** By its number, Zoom tells of the last one that is over. */
async function findMeeting(zoom: ZoomAs, card: Card): Promise<ZoomPastMeeting | undefined> {
  const told = await unlessAbsent(zoom.operations.getPastMeeting({meetingId: card.meeting.number}));
  if (told?.uuid === undefined) return undefined;
  const [startedAt, endedAt] = [zoomTime(told.start_time), zoomTime(told.end_time)];
  const held = {uuid: told.uuid, hostId: told.host_id, startedAt, endedAt};
  return endedAt !== undefined && isIts(card, held) ? held : undefined;
}

/** All that are over, without their ends. */
async function findWebinar(zoom: ZoomAs, card: Card, mayAsk: MayAsk): Promise<ZoomPastMeeting | undefined> {
  const answer = zoom.operations.listPastWebinarInstances({webinarId: card.meeting.number});
  const {webinars = []} = (await unlessAbsent(answer)) ?? {};
  const held = webinars
    .flatMap(({uuid, start_time}) => (uuid === undefined ? [] : [{uuid, startedAt: zoomTime(start_time)}]))
    .sort((one, other) => (one.startedAt ?? 0) - (other.startedAt ?? 0))
    .find((one) => isIts(card, one));
  if (held === undefined) return undefined;
  const times = await timesOf(zoom, held.uuid, mayAsk);
  return {hostId: undefined, ...held, ...times};
}

/** That it is over does not depend on them. */
async function timesOf(
  zoom: ZoomAs,
  uuid: string,
  mayAsk: MayAsk,
): Promise<Pick<ZoomPastMeeting, 'endedAt'>> {
  if (!(await mayAsk('if-free'))) return {endedAt: undefined};
  try {
    return {endedAt: (await zoom.pastMeeting(uuid))?.endedAt};
  } catch (error) {
    if (hasCode(error, 'zoom-trouble')) return {endedAt: undefined};
    throw error;
  }
}

async function unlessAbsent<Answer>(asked: Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (refusalCode(error) !== undefined) return undefined;
    throw error;
  }
}
