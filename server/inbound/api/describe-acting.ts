import type {Clock} from '../../core/ports/clock.js';
import type {TextKey} from '../../core/ports/texts.js';
import type {ActOutcome} from '../../core/usecases/act-in-zoom.js';
import type {DescribeStart} from '../describe-start.js';
import type {ApiProblem} from '../http/api-problem.js';
import {startProblem} from '../http/start-problem.js';
import type {Reader} from '../reader.js';
import {describeTrouble, troubleProblem} from './describe-trouble.js';

/** Everything that an operation ends with, but for its answer. */
export type NotActed = Exclude<ActOutcome, {kind: 'done'}>;

/** Says no, with one sentence for whoever asked. */
export type DescribeActing = (outcome: NotActed, reader: Reader) => ApiProblem;

interface DescribeActingDeps {
  clock: Pick<Clock, 'now'>;
  describeStart: DescribeStart;
  settingsUrl: string;
}

/** Outcomes of the API alone, of which nothing more can be said. */
const PLAIN = {
  'admins-only': {code: 'not_an_admin', text: 'api.adminsOnly'},
  'no-zoom-user': {code: 'no_zoom_user', text: 'api.noZoomUser'},
  'own-only': {code: 'own_only', text: 'api.ownOnly'},
  'not-theirs': {code: 'not_the_host', text: 'api.notTheirs'},
  'not-there': {code: 'not_found', text: 'api.notThere'},
  'key-in-use': {code: 'key_in_use', text: 'api.keyInUse'},
  'key-unfinished': {code: 'key_unfinished', text: 'api.keyUnfinished'},
  'key-used-otherwise': {code: 'key_used_otherwise', text: 'api.keyUsedOtherwise'},
} as const satisfies Partial<Record<NotActed['kind'], {code: ApiProblem['code']; text: TextKey}>>;

const REFUSED = {
  guest: 'api.refused.guest',
  bot: 'api.refused.bot',
  deactivated: 'api.refused.deactivated',
  remote: 'api.refused.remote',
  'email-missing': 'start.emailMissing',
} as const satisfies Record<Extract<NotActed, {kind: 'refused'}>['reason'], TextKey>;

export const createDescribeActing =
  ({clock, describeStart, settingsUrl}: DescribeActingDeps): DescribeActing =>
  (outcome, reader) => {
    const {translate} = reader;
    switch (outcome.kind) {
      case 'refused':
        return {
          code: outcome.reason === 'email-missing' ? 'email_missing' : 'restricted',
          message: translate(REFUSED[outcome.reason]),
        };
      case 'not-configured':
      case 'not-connected':
      case 'not-in-zoom':
      case 'email-unconfirmed': {
        // As for a start, which needs the same.
        const {code} = startProblem(outcome, clock.now());
        return {code, message: describeStart(outcome, reader)};
      }
      case 'switched-off':
        return {code: 'switched_off', message: translate('api.switchedOff', {settingsUrl})};
      case 'zoom-trouble':
        return {
          ...troubleProblem(outcome, clock.now()),
          message: describeTrouble(reader, outcome, settingsUrl),
        };
      default: {
        const {code, text} = PLAIN[outcome.kind];
        return {code, message: translate(text)};
      }
    }
  };
