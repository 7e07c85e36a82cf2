import type {LinkHosts} from '../../../contract/link-rules.js';
import {kindOf} from '../domain/card-kind.js';
import {type Card, cardStart, isWithdrawn} from '../domain/card.js';
import type {MeetingEvent} from '../domain/events.js';
import {isUsedUp, planOf} from '../domain/plan-of.js';
import type {Plan} from '../domain/plan.js';
import {isSameValue} from '../domain/same-value.js';
import type {Clock} from '../ports/clock.js';
import type {ZoomMeetingState} from '../ports/zoom/endpoints/meeting.js';
import type {AnswerOf} from '../ports/zoom/operation.js';
import type {operations} from '../ports/zoom/operations.js';
import type {ZoomAs} from '../ports/zoom.js';
import {refusalCode} from './close-outcome.js';
import type {MayAsk} from './may-ask.js';
import type {ReadRoles} from './read-roles.js';

/**
 * Asks what is planned under the number of these cards, and tells each of them; the answer is what runs there.
 * `undefined`: it was deleted. One call, and one more about those who speak in a webinar. Rejects with `zoom-trouble`.
 */
export type AskPlanned = (
  zoom: ZoomAs,
  cards: readonly Card[],
  mayAsk: MayAsk,
) => Promise<ZoomMeetingState | undefined>;

interface AskPlannedDeps {
  clock: Pick<Clock, 'now'>;
  /** Takes what Zoom has answered. */
  record: (event: MeetingEvent) => Promise<unknown>;
  readRoles: ReadRoles;
  linkHosts: LinkHosts;
}

type Shown = AnswerOf<typeof operations.getMeeting>;

export const createAskPlanned =
  (deps: AskPlannedDeps): AskPlanned =>
  async (zoom, cards, mayAsk) => {
    const [first] = cards;
    if (first === undefined) return undefined;
    const {number} = first.meeting;
    const {isWebinar} = kindOf(first);
    // What is told while Zoom answers is newer than the answer.
    const now = deps.clock.now();
    const shown = await unlessGone(
      isWebinar
        ? zoom.operations.getWebinar({webinarId: number})
        : zoom.operations.getMeeting({meetingId: number}),
    );
    if (shown === undefined || isNothingLeft(shown, cards, now)) {
      await deps.record({kind: 'withdrawn', number, receivedAt: now});
      return undefined;
    }
    const known = cards.findLast(({plan}) => plan !== undefined)?.plan;
    const roles = await deps.readRoles(zoom, shown, {isWebinar, known, mayAsk});
    for (const card of cards) {
      const hasBegun = cardStart(card) !== undefined;
      const given = {...roles, now, linkHosts: deps.linkHosts, card: {plan: card.plan, hasBegun}};
      const plan = planOf(shown, given);
      if (isNews(card, plan))
        await deps.record({kind: 'planned', number, cardId: card.id, plan, receivedAt: now});
    }
    return {uuid: shown.uuid, hostId: shown.host_id, status: statusOf(shown)};
  };

/** It is a series of which no card can be for anything. */
const isNothingLeft = (shown: Shown, cards: readonly Card[], now: number): boolean =>
  cards.every(
    (card) => cardStart(card) === undefined && isUsedUp(shown, {now, card: {...card, hasBegun: false}}),
  );

/** That Zoom says it once more is news where it has said that it was deleted. */
const isNews = (card: Card, plan: Plan): boolean =>
  isWithdrawn(card) || !isSameValue({...plan, toldAt: 0}, {...card.plan, toldAt: 0});

/** Zoom does not say it of webinars. */
const statusOf = ({status}: Shown): ZoomMeetingState['status'] =>
  status === 'started' || status === 'waiting' ? status : undefined;

/** Zoom's code: deleted, expired, or over for good. */
const GONE = 3001;

async function unlessGone(asked: Promise<Shown>): Promise<Shown | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (refusalCode(error) === GONE) return undefined;
    throw error;
  }
}
