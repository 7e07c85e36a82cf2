import type {CardIds} from '../api/answers.js';
import {whileBusy} from '../state/while-busy.js';
import {answerNotice} from './answer-notice.js';
import type {StartMeetingDeps} from './start-meeting.js';

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
      notice: answerNotice(deps, answer, 'zoom.notice.closeUnreachable'),
      ...(isDone && {announcement: {key: how === 'end' ? 'zoom.card.ended' : 'zoom.card.cancelled'}}),
    });
  };
