import type {ExistingMeeting} from '../core/domain/existing-meeting.js';
import {harmless} from '../core/domain/harmless.js';
import type {SettingProblem} from '../core/domain/settings.js';
import type {Clock} from '../core/ports/clock.js';
import type {TextKey, Translate} from '../core/ports/texts.js';
import type {StartOutcome} from '../core/usecases/start-outcome.js';
import {CHAT_TROUBLE} from './chat-trouble.js';
import {describeNotConnected} from './describe-not-connected.js';
import {describeProblems} from './describe-problems.js';
import {describeZoomProblem} from './describe-zoom-problem.js';
import {nextFullMinute} from './next-full-minute.js';
import type {Reader} from './reader.js';

/** Every way in which a start can end without a new meeting. */
export type NotStarted = Exclude<StartOutcome, {kind: 'started'}>;

/** One sentence for the starter alone, whether they typed or pressed. */
export type DescribeStart = (outcome: NotStarted, reader: Reader) => string;

interface DescribeStartDeps {
  clock: Clock;
  problems: readonly SettingProblem[];
  settingsUrl: string;
  /** 'none': only a direct message may lead there. */
  connectUrl: string;
  /** The Zoom account that this server belongs to; `undefined`: the settings do not say. */
  accountId: string | undefined;
}

/** What nothing more can be said of. */
const PLAIN = {
  'no-access': 'start.noAccess',
  unseen: 'start.unseen',
  archived: 'start.archived',
  'no-thread': 'start.noThread',
  restricted: 'start.restricted',
  'store-unavailable': 'start.storeUnavailable',
  'record-unreadable': 'store.unreadable',
  ...CHAT_TROUBLE,
} as const satisfies Partial<Record<NotStarted['kind'], TextKey>>;

const NOT_IN_ZOOM = {
  'other-email': 'start.notInZoom',
  'not-active': 'start.notInZoom.notActive',
  'other-account': 'start.notInZoom.otherAccount',
} as const satisfies Record<string, TextKey>;

/** Why somebody may not start, or act by a browser of theirs. */
export const REFUSED = {
  guest: 'start.guest',
  bot: 'start.bot',
  deactivated: 'start.deactivated',
  remote: 'start.remote',
  'email-missing': 'start.emailMissing',
} as const satisfies Record<string, TextKey>;

const NOT_POSTED = {
  archived: 'start.postArchived',
  forbidden: 'start.postForbidden',
  refused: 'start.postRefused',
  pending: 'start.postPending',
} as const satisfies Record<string, TextKey>;

export const createDescribeStart =
  ({clock, problems, settingsUrl, connectUrl, accountId}: DescribeStartDeps): DescribeStart =>
  (outcome, reader) => {
    const {translate, isAdmin} = reader;
    switch (outcome.kind) {
      case 'already-started':
        return alreadyStarted(translate, outcome.existing, clock.now());
      case 'duplicate':
        return duplicate(translate, outcome.existing, clock.now());
      case 'which-meeting-id':
        return translate('start.whichId');
      case 'large-channel':
        return translate('start.largeChannel', {count: outcome.members});
      case 'refused':
        return translate(REFUSED[outcome.reason]);
      case 'too-many':
        return translate('start.tooMany', {nextAt: nextFullMinute(outcome.nextAt)});
      case 'email-unconfirmed': {
        const key = isAdmin ? 'start.emailUnconfirmed.admin' : 'start.emailUnconfirmed';
        return translate(key, {email: outcome.email, settingsUrl});
      }
      case 'not-in-zoom': {
        const key = outcome.mismatch === undefined ? 'start.notInZoom' : NOT_IN_ZOOM[outcome.mismatch];
        return translate(key, {email: outcome.email, account: accountId ?? 'none'});
      }
      case 'not-connected':
        return describeNotConnected(reader, outcome, connectUrl);
      case 'zoom-trouble':
        return describeZoomProblem(reader, outcome.problem, {...outcome, settingsUrl});
      case 'not-posted':
        return translate(NOT_POSTED[outcome.why], {url: outcome.joinUrl});
      case 'not-configured': {
        if (!isAdmin) return translate('start.notConfigured');
        const toMend = describeProblems(translate, problems);
        return translate('start.notConfigured.admin', {problems: toMend, settingsUrl});
      }
      default:
        return translate(PLAIN[outcome.kind]);
    }
  };

const secondsSince = (openedAt: number, now: number): number =>
  Math.max(0, Math.round((now - openedAt) / 1000));

function alreadyStarted(translate: Translate, existing: ExistingMeeting, now: number): string {
  const {openedAt, joinUrl} = existing;
  if (joinUrl === undefined) return translate('start.alreadyUnderWay');
  const topic = harmless(existing.topic || translate('topic.default'));
  return translate('start.already', {
    ...verb(existing),
    topic,
    seconds: secondsSince(openedAt, now),
    url: joinUrl,
  });
}

/** A meeting is opened, and has started once Zoom says so. */
const verb = ({isLive}: ExistingMeeting): {state: string} => ({state: isLive ? 'live' : 'waiting'});

/** The age of older meetings is told in minutes. */
const SECONDS_TOLD = 120;

function duplicate(translate: Translate, existing: ExistingMeeting, now: number): string {
  const {provider, hostName, openedAt, joinUrl} = existing;
  const topic = existing.topic || translate('topic.default');
  const seconds = secondsSince(openedAt, now);
  const values = {
    ...verb(existing),
    name: harmless(hostName, `${topic} ${provider}`),
    topic: harmless(topic, hostName),
    seconds,
    minutes: Math.round(seconds / 60),
  };
  if (joinUrl === undefined) return translate('start.duplicate.underWay', values);
  if (provider !== 'Zoom') {
    return translate('start.duplicate.foreign', {...values, provider: harmless(provider, hostName)});
  }
  return translate(seconds < SECONDS_TOLD ? 'start.duplicate' : 'start.duplicate.minutes', values);
}

/** The way into it as a link in chat; `undefined` while there is none. */
export function joinExisting(translate: Translate, {provider, joinUrl}: ExistingMeeting): string | undefined {
  if (joinUrl === undefined) return undefined;
  if (provider === 'Zoom') return translate('start.duplicate.join', {url: joinUrl});
  // The link is another plugin's, so its host is shown.
  const url = joinUrl.replaceAll('(', '%28').replaceAll(')', '%29');
  return translate('start.duplicate.foreign.join', {host: new URL(joinUrl).host, url});
}
