import {literal} from '../../core/domain/plain-text.js';
import type {SettingProblem} from '../../core/domain/settings.js';
import type {CommandReply} from '../../core/ports/application.js';
import type {Clock} from '../../core/ports/clock.js';
import type {TextKey, Translate} from '../../core/ports/texts.js';
import type {StartOutcome} from '../../core/usecases/start-meeting.js';
import type {DrawStartAsHost} from '../actions/start-as-host.js';
import {describeProblems} from '../describe-problems.js';
import {describeZoomProblem} from '../describe-zoom-problem.js';
import type {Reader} from '../reader.js';

/** What the starter alone reads about a start. */
export type RenderStart = (outcome: StartOutcome, reader: Reader) => CommandReply;

interface RenderStartDeps {
  clock: Clock;
  problems: readonly SettingProblem[];
  settingsUrl: string;
  drawStartAsHost: DrawStartAsHost;
}

const NOT_IN_ZOOM = {
  'other-email': 'start.notInZoom',
  'not-active': 'start.notInZoom.notActive',
  'not-verified': 'start.notInZoom.notVerified',
  'other-account': 'start.notInZoom.otherAccount',
} as const satisfies Record<string, TextKey>;

const REFUSED = {
  guest: 'start.guest',
  bot: 'start.bot',
  deactivated: 'start.deactivated',
  remote: 'start.remote',
  'email-missing': 'start.emailMissing',
} as const satisfies Record<string, TextKey>;

const NOT_POSTED = {
  archived: 'start.postArchived',
  refused: 'start.postRefused',
  pending: 'start.postPending',
} as const satisfies Record<string, TextKey>;

export const createRenderStart =
  ({clock, problems, settingsUrl, drawStartAsHost}: RenderStartDeps): RenderStart =>
  (outcome, reader) => {
    const {translate, isAdmin} = reader;
    switch (outcome.kind) {
      case 'started': {
        const button = drawStartAsHost(outcome.card, translate);
        if (button === undefined) return {text: translate('start.done.withoutButton')};
        return {text: translate('start.done'), attachments: [{actions: [button]}]};
      }
      case 'already-started':
        return {text: alreadyStarted(translate, outcome, clock.now())};
      case 'no-access':
        return {text: translate('start.noAccess')};
      case 'archived':
        return {text: translate('start.archived')};
      case 'refused':
        return {text: translate(REFUSED[outcome.reason])};
      case 'email-unconfirmed': {
        const key = isAdmin ? 'start.emailUnconfirmed.admin' : 'start.emailUnconfirmed';
        return {text: translate(key, {email: outcome.email, settingsUrl})};
      }
      case 'not-in-zoom': {
        const key = outcome.mismatch === undefined ? 'start.notInZoom' : NOT_IN_ZOOM[outcome.mismatch];
        return {text: translate(key, {email: outcome.email})};
      }
      case 'zoom-trouble':
        return {text: describeZoomProblem(reader, outcome.problem, {...outcome, settingsUrl})};
      case 'store-unavailable':
        return {text: translate('start.storeUnavailable')};
      case 'chat-unavailable':
        return {text: translate('start.chatUnavailable')};
      case 'not-posted':
        return {text: translate(NOT_POSTED[outcome.why], {url: outcome.joinUrl})};
      case 'not-configured': {
        if (!isAdmin) return {text: translate('start.notConfigured')};
        const toMend = describeProblems(translate, problems);
        return {text: translate('start.notConfigured.admin', {problems: toMend, settingsUrl})};
      }
    }
  };

function alreadyStarted(
  translate: Translate,
  {topic, openedAt, joinUrl}: StartOutcome & {kind: 'already-started'},
  now: number,
): string {
  if (joinUrl === undefined) return translate('start.alreadyUnderWay');
  const seconds = Math.max(0, Math.round((now - openedAt) / 1000));
  return translate('start.already', {topic: literal(topic), seconds, url: joinUrl});
}
