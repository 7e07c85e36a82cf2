import {isMeetingLink, type LinkHosts} from '../../../contract/link-rules.js';
import {type Card, cardEnd, cardState, isOver} from '../domain/card.js';
import {mayHaveBegun} from '../domain/may-have-begun.js';
import {hasTimeToCome} from '../domain/has-time-to-come.js';
import {shorten, singleLine} from '../domain/plain-text.js';
import {SecretText} from '../domain/secret-text.js';
import {MAX_TOPIC_LENGTH} from '../domain/topic.js';
import type {ZoomProblem} from '../domain/zoom-problem.js';
import {isHostedBy} from '../domain/zoom-subject.js';
import type {Cards} from '../ports/cards.js';
import type {Clock} from '../ports/clock.js';
import type {Logger} from '../ports/logger.js';
import type {Zoom} from '../ports/zoom.js';
import {explainTrouble} from './close-outcome.js';
import type {Pass} from './read-pass.js';
import type {RecentAnswers} from './recent-answers.js';
import {showNumber, type ShownInZoom} from './show-number.js';
import type {NotConnected} from './start-outcome.js';

/** What becomes of a meeting now, with what it takes to join it. `topic`: '' where nobody gave it one. */
export type Joinable =
  | {state: 'waiting'; topic: string; link: SecretText}
  /** `isCertain`: false where nobody says whether a webinar runs, and it is about time: Zoom tells whoever tries. */
  | {state: 'live'; isCertain: boolean; topic: string; link: SecretText; passcode: SecretText}
  /** `url`: `undefined` where Zoom's leads to an address that is not trusted. */
  | {state: 'registration'; topic: string; url: string | undefined}
  /** In the Zoom app alone: it is of another account, or for people who are signed in to Zoom. */
  | {state: 'elsewhere'; because: 'account' | 'sign-in'; topic: string; link: SecretText}
  | {state: 'over'; topic: string};

export type LookAtJoinableOutcome =
  | {kind: 'seen'; meeting: Joinable}
  /** Zoom has given the meeting to somebody else, who has given nobody a pass. */
  | {kind: 'given-away'}
  | {kind: 'not-configured'}
  | NotConnected
  /** The log has a line of it. */
  | {kind: 'zoom-trouble'; problem: Exclude<ZoomProblem, NotConnected>};

interface Seen {
  shown: ShownInZoom['shown'];
  /** When Zoom was asked; ms since the epoch. */
  at: number;
}

/** What Zoom said of a meeting; `undefined`: it knows nothing of it. */
export type Look = Seen | undefined;

/** Rejects with what cards reject with. */
export type LookAtJoinable = (
  pass: Pick<Pass, 'number' | 'kind' | 'topic' | 'host'>,
) => Promise<LookAtJoinableOutcome>;

export interface LookAtJoinableDeps {
  /** `undefined`: the settings lack what a connection needs. */
  zoom: Zoom | undefined;
  cards: Pick<Cards, 'ofNumber'>;
  recentLooks: RecentAnswers<Look>;
  /** Gives a question to Zoom its time: several people wait for it. */
  within: <T>(ask: (signal: AbortSignal) => Promise<T>) => Promise<T>;
  clock: Pick<Clock, 'now'>;
  logger: Logger;
  /** The Zoom account that is ours, where that is known. */
  accountId: string | undefined;
  hosts: LinkHosts;
}

/**
 * How it stands with the meeting of a pass. Zoom is asked in the name of its host, once for everybody who comes; that
 * it has begun, or is over, is known from its cards at once.
 */
export const createLookAtJoinable =
  ({zoom, ...deps}: LookAtJoinableDeps): LookAtJoinable =>
  async (pass) => {
    if (zoom === undefined) return {kind: 'not-configured'};
    const {number, kind, host} = pass;
    try {
      const [{cards}, seen] = await Promise.all([
        deps.cards.ofNumber(number),
        deps.recentLooks.recall(`${kind} ${number} ${host.zoomUserId} ${host.userId}`, () =>
          deps.within(async (signal): Promise<Look> => {
            const at = deps.clock.now();
            const found = await showNumber(zoom, {...host, kind, number}, signal);
            return found && {shown: found.shown, at};
          }),
        ),
      ]);
      if (seen === undefined) return {kind: 'seen', meeting: {state: 'over', topic: pass.topic}};
      if (!isHostedBy(host.zoomUserId, seen.shown.host_id)) return {kind: 'given-away'};
      return judge(deps, {cards, seen, number});
    } catch (error) {
      return explainTrouble(
        deps.logger,
        'Zoom did not say how it stands with a meeting that people want to join',
        error,
      );
    }
  };

function judge(
  {clock, accountId, hosts}: Pick<LookAtJoinableDeps, 'clock' | 'accountId' | 'hosts'>,
  {cards, seen, number}: {cards: readonly Card[]; seen: Seen; number: string},
): LookAtJoinableOutcome {
  const {shown} = seen;
  const {join_url: url, registration_url: registration, settings} = shown;
  const topic = shorten(singleLine(shown.topic ?? ''), MAX_TOPIC_LENGTH);
  const found = (meeting: Joinable): LookAtJoinableOutcome => ({kind: 'seen', meeting});
  if (isOverNow(cards, seen, clock.now())) return found({state: 'over', topic});
  if (registration !== undefined) {
    return found({
      state: 'registration',
      topic,
      url: isMeetingLink(registration, hosts) ? registration : undefined,
    });
  }
  if (!isMeetingLink(url, hosts)) {
    return {kind: 'zoom-trouble', problem: {kind: 'unsafe-link', meetingNumber: number}};
  }
  const link = new SecretText(url);
  const isForeign = cards.some(({meeting}) => isOfAnother(accountId, meeting.accountId));
  if (isForeign) return found({state: 'elsewhere', because: 'account', topic, link});
  if (settings?.meeting_authentication === true) {
    return found({state: 'elsewhere', because: 'sign-in', topic, link});
  }
  const isCertain = shown.status === 'started' || cards.some((card) => cardState(card) === 'live');
  const isFollowed = cards.some((card) => !isOver(card));
  const isLive =
    isCertain || (shown.status === undefined && mayHaveBegun(shown, {isFollowed, now: clock.now()}));
  return isLive
    ? found({state: 'live', isCertain, topic, link, passcode: new SecretText(shown.password ?? '')})
    : found({state: 'waiting', topic, link});
}

const isOfAnother = (ours: string | undefined, theirs: string | undefined): boolean =>
  ours !== undefined && theirs !== undefined && ours !== theirs;

/**
 * Its cards hear of its end at once, and what Zoom said before is no word against that. A card that is over for another
 * reason says nothing: it may have been taken back here alone.
 */
function isOverNow(cards: readonly Card[], {shown, at}: Seen, now: number): boolean {
  const ends = cards.filter((card) => cardState(card) === 'ended').map((card) => cardEnd(card) ?? 0);
  if (ends.length === 0 || !cards.every(isOver)) return false;
  const end = Math.max(...ends);
  return !(shown.status === 'started' && at > end) && !hasTimeToCome(shown, end, now);
}
