import type {ClientInfo} from '../../contract/client-info.js';
import {isMeetingLink, ZOOM_HOSTS} from '../../contract/link-rules.js';
import type {Api} from '../api/create-api.js';
import type {CardIds} from '../api/answers.js';
import {whileBusy} from '../state/while-busy.js';
import {catalogueFor, type TextKey} from '../text/catalogue.js';
import {answerNotice} from './answer-notice.js';
import {createMeetingOpener} from './open-meeting.js';
import type {StartMeetingDeps} from './start-meeting.js';

/** Ways into the meeting of a card that the server gives one person alone, in the press. */
export type WayName = 'host' | 'browser';

interface Way {
  ask: (api: Api, card: CardIds) => ReturnType<Api['startLink']>;
  /** Whether it leads where it should. */
  isOurs: (url: string, client: ClientInfo | undefined) => boolean;
  label: TextKey;
  /** Said where the browser let no tab be opened. */
  blocked: TextKey;
}

const WAYS: Readonly<Record<WayName, Way>> = {
  host: {
    ask: (api, card) => api.startLink(card),
    isOurs: (url, client) => isMeetingLink(url, client?.link_hosts ?? ZOOM_HOSTS),
    label: 'zoom.card.startAsHost',
    blocked: 'zoom.notice.blockedHost',
  },
  browser: {
    ask: (api, card) => api.browserLink(card),
    isOurs: (url, client) => url.startsWith(`${client?.join_page?.origin}/`),
    label: 'zoom.card.joinInBrowser',
    blocked: 'zoom.notice.blockedPage',
  },
};

/** Lets the reader in as the host, or through the join page. Call it in the click itself. */
export type OpenWay = (way: WayName, card: CardIds) => Promise<void>;

const LASTING = {kind: 'lasting'} as const;

export const wayKey = (way: WayName, cardId: string): string => `${way} ${cardId}`;

/** The link is for its reader alone. It goes into the tab, and nowhere else if the tab could be opened. */
export const createOpenWay =
  (deps: Omit<StartMeetingDeps, 'now'>): OpenWay =>
  async (name, card) => {
    const {api, page, state, reader} = deps;
    const {ask, isOurs, label, blocked} = WAYS[name];
    const key = wayKey(name, card.cardId);
    if (state.get().busy.has(key)) return;
    const texts = catalogueFor(reader().locale);
    // People who press this want to get in, no matter what they chose for a start.
    const opener = createMeetingOpener({
      page,
      reader: {opensMeetings: true, prefersApp: false},
      title: texts['zoom.start.tabTitle'],
      text: texts['zoom.start.tabText'],
    });
    state.change({notice: undefined});
    const answer = await whileBusy(state, key, () => ask(api, card));
    if (answer.kind !== 'answer') {
      opener.giveUp();
      state.change({notice: answerNotice(deps, answer, 'zoom.notice.noAnswer')});
    } else if (!isOurs(answer.value, state.get().client)) {
      opener.giveUp();
      const text = {key: 'zoom.notice.failed', values: {status: 200}} as const;
      state.change({notice: {kind: 'trouble', text, cause: LASTING}});
    } else if (opener.open(answer.value) === 'blocked') {
      const link = {key: label, url: answer.value} as const;
      state.change({notice: {kind: 'trouble', text: {key: blocked}, link, cause: LASTING}});
    }
  };
