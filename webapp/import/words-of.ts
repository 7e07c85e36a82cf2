import type {NotDone} from '../api/answers.js';
import type {ProblemCode} from '../../contract/problem.js';
import type {Words} from './import-state.js';

/** What a person reads when something was not done. `silent`: where there was no answer at all. */
export function wordsOf(answer: NotDone, silent: Words): Words {
  if (answer.kind === 'refused') return answer.message;
  return answer.status === 0 ? silent : {key: 'zoom.panel.failed', values: {status: answer.status}};
}

/** What is wrong with one of them alone: the others are tried all the same. */
const OF_ONE: readonly string[] = [
  'bad_picture',
  'bad_request',
  'meeting_gone',
  'not_the_host',
  'unsupported_meeting',
  'ended',
  'post_pending',
] satisfies readonly ProblemCode[];

/** Whether the next one would fail for the same reason. */
export const wouldFailAgain = (answer: NotDone): boolean =>
  answer.kind === 'failed' || !OF_ONE.includes(answer.code);
