import {isMeetingLink, type LinkHosts} from '../../../contract/link-rules.js';
import {shorten, singleLine} from '../domain/plain-text.js';
import {SecretText} from '../domain/secret-text.js';
import {MAX_TOPIC_LENGTH} from '../domain/topic.js';
import type {ZoomProblem} from '../domain/zoom-problem.js';
import {isHostedBy} from '../domain/zoom-subject.js';
import type {Cards} from '../ports/cards.js';
import type {Clock} from '../ports/clock.js';
import type {Logger} from '../ports/logger.js';
import {hasCode} from '../ports/port-error.js';
import type {Zoom} from '../ports/zoom.js';
import {explainTrouble} from './close-outcome.js';
import {type Joinable, judgeJoinable, type SeenInZoom} from './judge-joinable.js';
import type {Pass} from './read-pass.js';
import type {RecentAnswers} from './recent-answers.js';
import {showNumber, type ShownInZoom} from './show-number.js';
import type {NotConnected} from './start-outcome.js';

export type LookAtJoinableOutcome =
  | {kind: 'seen'; meeting: Joinable}
  /** Zoom has given the meeting to somebody else, who has given nobody a pass. */
  | {kind: 'given-away'}
  | {kind: 'not-configured'}
  | NotConnected
  /** The log has a line of it. */
  | {kind: 'zoom-trouble'; problem: Exclude<ZoomProblem, NotConnected>};

/** Rejects with what cards reject with. */
export type LookAtJoinable = (
  pass: Pick<Pass, 'number' | 'kind' | 'topic' | 'host'>,
) => Promise<LookAtJoinableOutcome>;

export interface LookAtJoinableDeps {
  /** `undefined`: the settings lack what a connection needs. */
  zoom: Zoom | undefined;
  cards: Pick<Cards, 'ofNumber'>;
  /** `undefined`: Zoom knows nothing of it. */
  recentLooks: RecentAnswers<SeenInZoom | undefined>;
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
    const key = `${kind} ${number} ${host.zoomUserId} ${host.userId}`;
    try {
      const [{cards}, seen] = await Promise.all([
        deps.cards.ofNumber(number),
        deps.recentLooks.recall(key, () => ask({...deps, zoom}, pass)),
      ]);
      if (seen === undefined) return {kind: 'seen', meeting: {state: 'over', topic: pass.topic}};
      if (!isHostedBy(host.zoomUserId, seen.hostId)) return {kind: 'given-away'};
      const {accountId, clock} = deps;
      const meeting = judgeJoinable({cards, seen, accountId, now: clock.now()});
      if (meeting !== 'unsafe-link') return {kind: 'seen', meeting};
      return {kind: 'zoom-trouble', problem: {kind: 'unsafe-link', meetingNumber: number}};
    } catch (error) {
      if (!hasCode(error, 'zoom-trouble')) throw error;
      const {problem} = error.details;
      return problem.kind === 'not-connected' ? problem : {kind: 'zoom-trouble', problem};
    }
  };

/** The log has one line of what goes wrong, however many wait for the answer. */
async function ask(
  {zoom, within, clock, logger, hosts}: LookAtJoinableDeps & {zoom: Zoom},
  {number, kind, host}: Pick<Pass, 'number' | 'kind' | 'host'>,
): Promise<SeenInZoom | undefined> {
  const at = clock.now();
  try {
    const found = await within((signal) => showNumber(zoom, {...host, kind, number}, signal));
    const seen = found && readShown(found.shown, {at, hosts});
    if (seen !== undefined && seen.link === undefined) {
      logger.warn('Zoom gave a meeting a link that leads to an address that is not trusted', {number});
    }
    return seen;
  } catch (error) {
    explainTrouble(logger, 'Zoom did not say how it stands with a meeting that people want to join', error);
    throw error;
  }
}

function readShown(shown: ShownInZoom['shown'], {at, hosts}: {at: number; hosts: LinkHosts}): SeenInZoom {
  const {join_url: url, registration_url: registration, password = '', ...plan} = shown;
  return {
    at,
    hostId: shown.host_id,
    topic: shorten(singleLine(shown.topic ?? ''), MAX_TOPIC_LENGTH),
    status: shown.status,
    plan,
    passcode: new SecretText(password),
    link: isMeetingLink(url, hosts) ? new SecretText(url) : undefined,
    registration:
      registration === undefined
        ? undefined
        : {url: isMeetingLink(registration, hosts) ? registration : undefined},
    isForSignedIn: shown.settings?.meeting_authentication === true,
  };
}
