import type {CardIds} from '../api/answers.js';
import {whileBusy} from '../state/while-busy.js';
import {answerNotice} from './answer-notice.js';
import type {StartMeetingDeps} from './start-meeting.js';

/** Asks the server for a stream URL of a card's meeting, which it shows in Mattermost: here is said where. */
export type GetStreamUrl = (card: CardIds) => Promise<void>;

export const createGetStreamUrl =
  (deps: Pick<StartMeetingDeps, 'api' | 'state' | 'hostState'>): GetStreamUrl =>
  async (card) => {
    const {api, state} = deps;
    const key = `stream ${card.cardId}`;
    if (state.get().busy.has(key)) return;
    state.change({notice: undefined});
    const answer = await whileBusy(state, key, () => api.streamUrl(card));
    state.change({notice: answerNotice(deps, answer, 'zoom.notice.noAnswer')});
  };
