import {kindOf} from '../domain/card-kind.js';
import {type Card, cardState, isOver} from '../domain/card.js';
import type {MeetingEvent} from '../domain/events.js';
import {mayBeUsedAgain} from '../domain/standing.js';
import {givenTopic} from '../domain/topic.js';
import {hostOf} from '../domain/zoom-subject.js';
import type {Audit} from '../ports/audit.js';
import type {Cards} from '../ports/cards.js';
import type {Chat} from '../ports/chat.js';
import type {Clock} from '../ports/clock.js';
import type {Logger} from '../ports/logger.js';
import type {Zoom, ZoomAs} from '../ports/zoom.js';
import type {Allowance} from './allowance.js';
import type {AskZoomAbout} from './ask-zoom-about.js';
import {explainTrouble, type NotClosed, refusalCode} from './close-outcome.js';
import {findCard, type NamedCard} from './find-card.js';
import {judgeEnder} from './judge-ender.js';

export type EndOutcome =
  /** By this press. `topic`: '' where nobody gave one. */
  | {kind: 'done'; topic: string}
  | (NotClosed & {isWebinar?: true})
  /** Zoom says that it does not run, and nothing is known of a start. */
  | {kind: 'not-started'}
  /** They are neither its host nor an administrator of the card's channel, or there is no such card. */
  | {kind: 'not-theirs'};

/** Rejects with what cards and chat reject with. */
export type EndMeeting = (input: NamedCard & {userId: string; signal: AbortSignal}) => Promise<EndOutcome>;

export interface EndMeetingDeps {
  cards: Cards;
  chat: Pick<Chat, 'user' | 'isMember' | 'isChannelAdmin'>;
  /** `undefined`: the settings lack what a connection needs. */
  zoom: Zoom | undefined;
  clock: Pick<Clock, 'now'>;
  logger: Logger;
  audit: Audit;
  allowance: Pick<Allowance, 'spend'>;
  record: (event: MeetingEvent) => Promise<unknown>;
  askZoomAbout: AskZoomAbout;
}

const explain = ({logger}: EndMeetingDeps, card: Card, error: unknown): EndOutcome => ({
  ...explainTrouble(logger, 'Zoom did not end a meeting', error),
  ...(kindOf(card).isWebinar && {isWebinar: true}),
});

/** Ends a meeting for everybody in it. The card says so at once, by our own time; Zoom's webhook corrects the time. */
export const createEndMeeting =
  (deps: EndMeetingDeps): EndMeeting =>
  async ({userId, signal, ...named}) => {
    const {zoom, clock} = deps;
    const card = await findCard(deps.cards, named);
    if (card === undefined) return {kind: 'not-theirs'};
    const as = await judgeEnder(deps.chat, card, userId);
    if (as === 'not-theirs' || as === 'no-access') return {kind: as};
    if (isOver(card)) return {kind: 'ended'};
    if (zoom === undefined) return {kind: 'zoom-trouble', problem: {kind: 'unauthorized'}};
    const nextAt = deps.allowance.spend(userId, {id: card.id, at: clock.now()});
    if (nextAt !== undefined) return {kind: 'too-many', nextAt};
    try {
      if (!(await endInZoom(zoom.as(hostOf(card), signal), card))) return await notRunning(deps, named);
    } catch (error) {
      return refusalCode(error) !== undefined ? notRunning(deps, named, error) : explain(deps, card, error);
    }
    deps.audit({event: 'meeting-ended', userId, cardId: card.id, as});
    const {number} = card.meeting;
    await deps.record({kind: 'ended', number, uuid: card.occurrence, receivedAt: clock.now()});
    return {kind: 'done', topic: givenTopic(card)};
  };

/**
 * False: there is nothing of this card's to end. Under a number that is used again another session of the host's may
 * run, which is nobody's business here. Of a webinar, Zoom does not say whether it runs.
 */
async function endInZoom(zoom: ZoomAs, card: Card): Promise<boolean> {
  const {number} = card.meeting;
  if (kindOf(card).isWebinar) return isLive(card) && (await zoom.endWebinar(number)) === 'ended';
  if (mayBeUsedAgain(card)) {
    const running = await zoom.meeting(number);
    const own = card.occurrence ?? (kindOf(card).isUsedAgain ? undefined : card.meeting.uuid);
    if (own === undefined || running?.uuid !== own) return false;
  }
  return (await zoom.endMeeting(number)) === 'ended';
}

const isLive = (card: Card): boolean => cardState(card) === 'live';

/** Zoom has no code of its own for what does not run, so it is asked, and the card follows its answer. */
async function notRunning(deps: EndMeetingDeps, named: NamedCard, refusal?: unknown): Promise<EndOutcome> {
  await deps.askZoomAbout({number: named.number});
  const card = await findCard(deps.cards, named);
  if (card !== undefined && cardState(card) === 'waiting') return {kind: 'not-started'};
  const isStillLive = card !== undefined && !isOver(card);
  return isStillLive && refusal !== undefined ? explain(deps, card, refusal) : {kind: 'ended'};
}
