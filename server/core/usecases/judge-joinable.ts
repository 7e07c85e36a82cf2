import {type Card, cardEnd, cardStart, cardState, isOver} from '../domain/card.js';
import {hasTimeToCome} from '../domain/has-time-to-come.js';
import {mayHaveBegun} from '../domain/may-have-begun.js';
import type {ToldPlan} from '../domain/plan-of.js';
import type {SecretText} from '../domain/secret-text.js';

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

/** What Zoom said of a meeting. */
export interface SeenInZoom {
  /** When it was asked; ms since the epoch. */
  at: number;
  hostId: string | undefined;
  topic: string;
  /** `undefined`: Zoom does not say it of webinars. */
  status: string | undefined;
  plan: ToldPlan;
  /** Empty: it has none. */
  passcode: SecretText;
  /** `undefined`: it leads to an address that is not trusted. */
  link: SecretText | undefined;
  registration: {url: string | undefined} | undefined;
  /** Only people who are signed in to Zoom may join. */
  isForSignedIn: boolean;
}

interface Judging {
  cards: readonly Card[];
  seen: SeenInZoom;
  /** The Zoom account that is ours, where that is known. */
  accountId: string | undefined;
  now: number;
}

export function judgeJoinable({cards, seen, accountId, now}: Judging): Joinable | 'unsafe-link' {
  const {topic, link, status, registration, passcode} = seen;
  if (isOverNow(cards, seen, now)) return {state: 'over', topic};
  if (registration !== undefined) return {state: 'registration', topic, url: registration.url};
  if (link === undefined) return 'unsafe-link';
  const isForeign = cards.some(({meeting}) => isOfAnother(accountId, meeting.accountId));
  if (isForeign) return {state: 'elsewhere', because: 'account', topic, link};
  if (seen.isForSignedIn) return {state: 'elsewhere', because: 'sign-in', topic, link};
  const isCertain = status === 'started' || cards.some((card) => isToldToRun(card, seen));
  const isFollowed = cards.some((card) => !isOver(card));
  const mayRun = status === undefined && mayHaveBegun(seen.plan, {isFollowed, now});
  return isCertain || mayRun
    ? {state: 'live', isCertain, topic, link, passcode}
    : {state: 'waiting', topic, link};
}

const isOfAnother = (ours: string | undefined, theirs: string | undefined): boolean =>
  ours !== undefined && theirs !== undefined && ours !== theirs;

/** Zoom may need so long until its API says what its webhooks say. */
const SLOWER_MS = 10_000;

/** Its card hears of its beginning at once; that it is over since, Zoom may have said before a webhook does. */
const isToldToRun = (card: Card, {status, at}: SeenInZoom): boolean =>
  cardState(card) === 'live' && (status === undefined || at < (cardStart(card) ?? 0) + SLOWER_MS);

/** Zoom tells of ends in whole seconds, and its clock is not ours. */
const CLOCKS_DIFFER_MS = 3_000;

/**
 * Its cards hear of its end at once, and what Zoom said before is no word against that. A card that is over for another
 * reason says nothing: it may have been taken back here alone.
 */
function isOverNow(cards: readonly Card[], {status, plan, at}: SeenInZoom, now: number): boolean {
  const ends = cards.filter((card) => cardState(card) === 'ended').map((card) => cardEnd(card) ?? 0);
  if (ends.length === 0 || !cards.every(isOver)) return false;
  const end = Math.max(...ends);
  const runsAgain = status === 'started' && at > end + CLOCKS_DIFFER_MS;
  return !runsAgain && !hasTimeToCome(plan, end, now);
}
