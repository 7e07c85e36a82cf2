import {attendanceOwed} from '../domain/attendance-owed.js';
import type {Card} from '../domain/card.js';
import type {Attendance, MeetingEvent} from '../domain/events.js';
import {hostOf} from '../domain/zoom-subject.js';
import type {Cards} from '../ports/cards.js';
import type {Clock} from '../ports/clock.js';
import {hasCode, isPortError} from '../ports/port-error.js';
import type {ZoomAttendance} from '../ports/zoom/endpoints/past-participants.js';
import type {Zoom} from '../ports/zoom.js';
import type {Tally} from '../ports/tally.js';
import type {MayAsk} from './may-ask.js';
import type {RecogniseParticipant} from './recognise-participant.js';

/**
 * Asks who took part in the meetings of a number that have ended, where nobody has told. Never rejects.
 *
 * @returns done: nothing is owed · later: Zoom has nothing yet, or did not answer · not-now: no call was allowed
 */
export type AskAttendance = (number: string, mayAsk: MayAsk) => Promise<'done' | 'later' | 'not-now'>;

interface AskAttendanceDeps {
  /** `undefined`: Zoom is not set up, so nobody is asked. */
  zoom: Zoom | undefined;
  cards: Cards;
  clock: Pick<Clock, 'now'>;
  /** Who somebody is in Mattermost. */
  recognise: RecogniseParticipant;
  record: (event: MeetingEvent) => Promise<unknown>;
  /** Each person lets the app do other things; else one answer goes for everybody. */
  isEachAskedFor: boolean;
  /** A question without an answer, with the reason. */
  ledNowhere: Tally<string>;
  /** For one question. */
  newDeadline: () => AbortSignal;
}

/** An app without the scope, or an account without a licence, is not asked again for so long. */
const OFF_FOR_MS = 60 * 60_000;
const MOST_OFF = 1_000;
/** Hundreds may have taken part, and a job has less than a minute. */
const RECOGNISED_AT_ONCE = 10;

export function createAskAttendance({zoom, ...deps}: AskAttendanceDeps): AskAttendance {
  /** Until when it is off, for whom. */
  const off = new Map<string, number>();
  return async (number, mayAsk) => {
    try {
      const now = deps.clock.now();
      const {cards} = await deps.cards.ofNumber(number);
      const card = cards.find((known) => attendanceOwed(known, now) !== undefined);
      if (zoom === undefined || card === undefined) return 'done';
      const who = deps.isEachAskedFor ? card.host.userId : '';
      if ((off.get(who) ?? 0) > now) return 'done';
      if (!(await mayAsk('patient'))) return 'not-now';
      const outcome = await ask({...deps, zoom}, card, cards);
      if (outcome !== 'off') return outcome;
      if (off.size >= MOST_OFF) off.clear();
      off.set(who, now + OFF_FOR_MS);
      return 'done';
    } catch (error) {
      deps.ledNowhere(isPortError(error) ? `participants: ${error.code}` : String(error));
      return 'later';
    }
  };
}

async function ask(
  deps: AskAttendanceDeps & {zoom: Zoom},
  card: Card,
  cards: readonly Card[],
): Promise<'done' | 'later' | 'off'> {
  const uuid = attendanceOwed(card, deps.clock.now()) ?? '';
  const {number} = card.meeting;
  const told = await attendanceIn(deps, card, uuid);
  if (told === 'later' || told === 'off') return told;
  const attendances: Attendance[] = [];
  for (let next = 0; next < told.length; next += RECOGNISED_AT_ONCE) {
    const some = told.slice(next, next + RECOGNISED_AT_ONCE).map(async ({joinedAt, leftAt, ...who}) => {
      // Zoom is not asked again, so that a colleague would be a guest for good.
      return {participant: await deps.recognise(who, cards, 'reject'), joinedAt, leftAt};
    });
    attendances.push(...(await Promise.all(some)));
  }
  await deps.record({kind: 'attended', number, uuid, attendances, receivedAt: deps.clock.now()});
  return 'done';
}

/** Zoom's number for: this account has no licence for it. */
const ONLY_PAID = 200;

async function attendanceIn(
  {zoom, newDeadline, ledNowhere}: AskAttendanceDeps & {zoom: Zoom},
  card: Card,
  uuid: string,
): Promise<readonly ZoomAttendance[] | 'later' | 'off'> {
  try {
    return (await zoom.as(hostOf(card), newDeadline()).pastParticipants(uuid)) ?? 'later';
  } catch (error) {
    if (!hasCode(error, 'zoom-trouble')) throw error;
    const {problem} = error.details;
    ledNowhere(`participants: ${problem.kind}`);
    const isOnlyPaid = problem.kind === 'refused' && problem.code === ONLY_PAID;
    return isOnlyPaid || problem.kind === 'missing-scope' || problem.kind === 'forbidden' ? 'off' : 'later';
  }
}
