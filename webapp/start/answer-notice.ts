import type {Asked} from '../api/answers.js';
import {currentChannel} from '../mattermost/host-state.js';
import type {Notice} from '../state/client-state.js';
import type {TextKey} from '../text/catalogue.js';
import type {StartMeetingDeps} from './start-meeting.js';
import {troubleNotice} from './trouble-notice.js';

/** What a person reads of an answer that is no start: its own sentence, if it has one, or why there is none. */
export function answerNotice(
  {state, hostState}: Pick<StartMeetingDeps, 'state' | 'hostState'>,
  answer: Asked<string | undefined>,
  /** Said where there was no answer at all. */
  silence: TextKey,
): Notice | undefined {
  if (answer.kind === 'answer')
    return answer.value === undefined ? undefined : {kind: 'done', text: answer.value, cause: {kind: 'news'}};
  const {client} = state.get();
  const notice = troubleNotice(answer, {client, channelId: currentChannel(hostState())});
  const isSilent = answer.kind === 'failed' && answer.status === 0;
  return isSilent ? {...notice, text: {key: silence}} : notice;
}
