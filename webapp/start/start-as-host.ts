import {isMeetingLink, ZOOM_HOSTS} from '../../contract/link-rules.js';
import {currentChannel} from '../mattermost/host-state.js';
import {troubleNotice} from './trouble-notice.js';
import {catalogueFor} from '../text/catalogue.js';
import {whileBusy} from '../state/while-busy.js';
import {createMeetingOpener} from './open-meeting.js';
import type {StartMeetingDeps} from './start-meeting.js';

/** Lets the host of a card in as host. Call it in the click itself. */
export type StartAsHost = (cardId: string, meetingId: string) => Promise<void>;

const LASTING = {kind: 'lasting'} as const;

export const hostKey = (cardId: string): string => `host ${cardId}`;

/** The link signs its holder in as the host. It goes into the tab, and nowhere else if the tab could be opened. */
export const createStartAsHost =
  ({api, page, state, reader, hostState}: Omit<StartMeetingDeps, 'now'>): StartAsHost =>
  async (cardId, meetingId) => {
    const key = hostKey(cardId);
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
    const answer = await whileBusy(state, key, () => api.startLink(cardId, meetingId));
    const {client} = state.get();
    if (answer.kind !== 'link') {
      opener.giveUp();
      const isSilent = answer.kind === 'failed' && answer.status === 0;
      const notice = troubleNotice(answer, {client, channelId: currentChannel(hostState())});
      state.change({notice: isSilent ? {...notice, text: {key: 'zoom.notice.hostUnreachable'}} : notice});
    } else if (!isMeetingLink(answer.startUrl, client?.link_hosts ?? ZOOM_HOSTS)) {
      opener.giveUp();
      const text = {key: 'zoom.notice.failed', values: {status: 200}} as const;
      state.change({notice: {kind: 'trouble', text, cause: LASTING}});
    } else if (opener.open(answer.startUrl) === 'blocked') {
      const link = {key: 'zoom.card.startAsHost', url: answer.startUrl} as const;
      const text = {key: 'zoom.notice.blockedHost'} as const;
      state.change({notice: {kind: 'trouble', text, link, cause: LASTING}});
    }
  };
