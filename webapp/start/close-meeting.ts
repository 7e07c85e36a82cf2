import type {Asked, CardIds} from '../api/answers.js';
import {currentChannel} from '../mattermost/host-state.js';
import type {Notice} from '../state/client-state.js';
import {whileBusy} from '../state/while-busy.js';
import type {StartMeetingDeps} from './start-meeting.js';
import {troubleNotice} from './trouble-notice.js';

/** `end`: for everybody who is in it. `cancel`: before anybody has come. */
export type CloseMeeting = (how: 'end' | 'cancel', card: CardIds) => Promise<void>;

export const closeKey = (cardId: string): string => `close ${cardId}`;

/** What comes of it is on the card, which changes by itself; here is said only what is not. */
export const createCloseMeeting =
  (deps: Pick<StartMeetingDeps, 'api' | 'state' | 'hostState'>): CloseMeeting =>
  async (how, card) => {
    const {api, state} = deps;
    const key = closeKey(card.cardId);
    if (state.get().busy.has(key)) return;
    state.change({notice: undefined, question: undefined, announcement: undefined});
    const answer = await whileBusy(state, key, () => api.closeMeeting(how, card));
    const isDone = answer.kind === 'answer';
    state.change({
      notice: noticeOf(deps, answer),
      ...(isDone && {announcement: {key: how === 'end' ? 'zoom.card.ended' : 'zoom.card.cancelled'}}),
    });
  };

function noticeOf(
  {state, hostState}: Pick<StartMeetingDeps, 'state' | 'hostState'>,
  answer: Asked<string | undefined>,
): Notice | undefined {
  if (answer.kind === 'answer')
    return answer.value === undefined ? undefined : {kind: 'done', text: answer.value, cause: {kind: 'news'}};
  const {client} = state.get();
  const notice = troubleNotice(answer, {client, channelId: currentChannel(hostState())});
  const isSilent = answer.kind === 'failed' && answer.status === 0;
  return isSilent ? {...notice, text: {key: 'zoom.notice.closeUnreachable'}} : notice;
}
