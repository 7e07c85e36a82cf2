import {kindOf} from '../domain/card-kind.js';
import {type Card, cardState} from '../domain/card.js';
import type {MeetingEvent} from '../domain/events.js';
import {hostOf} from '../domain/zoom-subject.js';
import type {Audit} from '../ports/audit.js';
import type {Clock} from '../ports/clock.js';
import type {Logger} from '../ports/logger.js';
import {hasCode} from '../ports/port-error.js';
import type {Zoom, ZoomAs} from '../ports/zoom.js';
import type {Allowance} from './allowance.js';
import type {AskZoomAbout} from './ask-zoom-about.js';
import {explainTrouble, type NotClosed, refusalCode} from './close-outcome.js';
import type {FindHosted, HostedCard} from './find-hosted.js';

/**
 * What became of the meeting in Zoom: deleted · personal: it is the host's own number, which stays · planned: it stands
 * in calendars, of people who are not here, too, and stays there · not-allowed: the app lacks the scope. But for the
 * first, only the card is closed.
 */
export type InZoom = 'deleted' | 'personal' | 'planned' | 'not-allowed';

export type CancelOutcome =
  /** By this press. `topic`: '' where nobody gave one. */
  | {kind: 'done'; topic: string; inZoom: InZoom}
  | NotClosed
  /** It runs, or somebody has come to it. */
  | {kind: 'has-begun'}
  /** The card is not this person's. */
  | {kind: 'not-the-host'};

/** Rejects with what cards and chat reject with. */
export type CancelMeeting = (input: HostedCard & {signal: AbortSignal}) => Promise<CancelOutcome>;

export interface CancelMeetingDeps {
  findHosted: FindHosted;
  /** `undefined`: the settings lack what a connection needs. */
  zoom: Zoom | undefined;
  clock: Pick<Clock, 'now'>;
  logger: Logger;
  audit: Audit;
  allowance: Pick<Allowance, 'spend'>;
  record: (event: MeetingEvent) => Promise<unknown>;
  askZoomAbout: AskZoomAbout;
}

/**
 * Takes back a meeting to which nobody has come: Zoom is asked now, and refuses by itself what has just begun. Of what
 * was planned there, the card alone is taken back.
 */
export const createCancelMeeting =
  ({zoom, ...deps}: CancelMeetingDeps): CancelMeeting =>
  async ({signal, ...named}) => {
    const {clock, logger} = deps;
    const found = await deps.findHosted(named);
    if (found.kind !== 'hosted') return found;
    const {card, topic} = found;
    if (hasBegun(card)) return {kind: 'has-begun'};
    if (kindOf(card).isPlanned) return close(deps, {card, topic, inZoom: 'planned'});
    if (zoom === undefined) return {kind: 'zoom-trouble', problem: {kind: 'unauthorized'}};
    const nextAt = deps.allowance.spend(named.userId, {id: card.id, at: clock.now()});
    if (nextAt !== undefined) return {kind: 'too-many', nextAt};
    const {number} = card.meeting;
    let inZoom: InZoom | 'begun' | 'odd';
    try {
      inZoom = await deleteInZoom(zoom.as(hostOf(card), signal), card);
    } catch (error) {
      return explainTrouble(logger, 'Zoom did not delete a meeting', error);
    }
    if (inZoom === 'begun') {
      await deps.askZoomAbout({number});
      return {kind: 'has-begun'};
    }
    if (inZoom === 'odd')
      return {kind: 'zoom-trouble', problem: {kind: 'not-understood', detail: 'other-shape'}};
    deps.audit({event: 'meeting-cancelled', userId: named.userId, cardId: card.id, as: 'host'});
    return close(deps, {card, topic, inZoom});
  };

async function close(
  {record, clock}: Pick<CancelMeetingDeps, 'record' | 'clock'>,
  {card, ...done}: {card: Card; topic: string; inZoom: InZoom},
): Promise<CancelOutcome> {
  const {id: cardId, meeting} = card;
  const receivedAt = clock.now();
  await record({kind: 'closed', number: meeting.number, cardId, because: 'cancelled', receivedAt});
  return {kind: 'done', ...done};
}

/** Whoever waits for the host counts, too: they are not to find a meeting that is gone. */
export const hasBegun = (card: Card): boolean =>
  cardState(card) !== 'waiting' ||
  (card.stays ?? []).some(({joined}) => Object.values(joined).some((at) => at !== undefined));

/** Zoom's codes: the number is somebody's own · it is in progress. */
const PERSONAL = 3018;
const IN_PROGRESS = 3002;

/** odd: Zoom does not say whether it waits. */
async function deleteInZoom(zoom: ZoomAs, card: Card): Promise<InZoom | 'begun' | 'odd'> {
  const {number} = card.meeting;
  const state = await zoom.meeting(number);
  if (state?.status === 'started') return 'begun';
  if (kindOf(card).isPersonal) return 'personal';
  if (state === undefined) return 'deleted';
  if (state.status === undefined) return 'odd';
  try {
    await zoom.deleteMeeting(number);
    return 'deleted';
  } catch (error) {
    if (hasCode(error, 'zoom-trouble') && error.details.problem.kind === 'missing-scope')
      return 'not-allowed';
    if (refusalCode(error) === PERSONAL) return 'personal';
    if (refusalCode(error) === IN_PROGRESS) return 'begun';
    throw error;
  }
}
