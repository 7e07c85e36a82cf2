import type {Asked, StartAnswer} from '../api/answers.js';
import type {Api, StartWishes} from '../api/create-api.js';
import {isMeetingLink, plainAddress, ZOOM_HOSTS} from '../../contract/link-rules.js';
import {SAME_MEETING_MS} from '../../contract/meetings.js';
import {currentChannel, type HostState} from '../mattermost/host-state.js';
import type {Page} from '../mattermost/page.js';
import type {Place} from '../mattermost/place.js';
import type {Reader} from '../mattermost/reader.js';
import {troubleNotice} from './trouble-notice.js';
import type {ClientState, Notice, StartAgain} from '../state/client-state.js';
import type {Observable} from '../state/observable.js';
import {whileBusy} from '../state/while-busy.js';
import {catalogueFor} from '../text/catalogue.js';
import {afterStart, together, withSentence} from './after-start.js';
import {createMeetingOpener, type MeetingOpener} from './open-meeting.js';
import type {StartAt} from '../state/start-at.js';

/** What was said before is out of date. */
const NOTHING_SAID = {notice: undefined, question: undefined, announcement: undefined};

/** Starts a meeting. Call it in the click itself. */
export type StartMeeting = (start: StartAt, wishes?: StartWishes) => Promise<void>;

export interface StartMeetingDeps {
  api: Api;
  page: Page;
  state: Observable<ClientState>;
  reader: () => Reader;
  hostState: () => HostState;
  /** Milliseconds, on any scale. */
  now: () => number;
  /** The type of the browser's event that is being handled. */
  eventType: () => string | undefined;
}

const LASTING = {kind: 'lasting'} as const;

/**
 * A click that comes this soon after a touch is the same press: Mattermost's wrapper around the button passes both on.
 */
const ECHO_MS = 700;

/** The one way in which every button starts a meeting. */
export function createStartMeeting(deps: StartMeetingDeps): StartMeeting {
  const {api, state} = deps;
  let lastTouch = -Infinity;
  const isEcho = (): boolean => {
    const type = deps.eventType();
    if (type === 'touchend') lastTouch = deps.now();
    return type === 'click' && deps.now() - lastTouch < ECHO_MS;
  };
  let opened = {url: '', at: -Infinity};
  return async (start, wishes = {}) => {
    if (isEcho() || state.get().busy.has(start.key)) return;
    const at = deps.now();
    const opener = openerFor(deps);
    state.change(NOTHING_SAID);
    const {place, answer} = await whileBusy(state, start.key, () => askFor(api, start, wishes));
    const isOpen =
      answer.kind === 'started' && answer.meetingUrl === opened.url && at - opened.at < SAME_MEETING_MS;
    const again = {start, wishes};
    const {notice, announcement} = told(deps, answer, {opener, isOpen, again});
    const isOpened = notice === undefined && deps.reader().opensMeetings;
    if (answer.kind === 'started' && isOpened) opened = {url: answer.meetingUrl, at};
    state.change({
      announcement,
      notice: together(notice, elsewhere(deps, start, place, answer)),
      question: answer.kind === 'asks' ? {...answer.question, again} : undefined,
    });
  };
}

interface Answered {
  place: Asked<Place>;
  answer: StartAnswer;
}

async function askFor(api: Api, start: StartAt, wishes: StartWishes): Promise<Answered> {
  const place = await start.find();
  if (place.kind !== 'answer') return {place, answer: place};
  return {place, answer: await api.startMeeting({...place.value, topic: start.topic, ...wishes})};
}

function openerFor({page, reader}: StartMeetingDeps): MeetingOpener {
  const texts = catalogueFor(reader().locale);
  const title = texts['zoom.start.tabTitle'];
  return createMeetingOpener({page, reader: reader(), title, text: texts['zoom.start.tabText']});
}

const elsewhere = (
  deps: StartMeetingDeps,
  start: StartAt,
  place: Asked<Place>,
  answer: StartAnswer,
): Notice | undefined =>
  place.kind === 'answer' && answer.kind === 'started'
    ? withSentence(afterStart(deps, start, place.value, answer.card), answer.notice)
    : undefined;

/** What to say about an answer once the tab is where it belongs. */
function told(
  {state, hostState}: StartMeetingDeps,
  answer: StartAnswer,
  {opener, isOpen, again}: {opener: MeetingOpener; isOpen: boolean; again: StartAgain},
): Pick<ClientState, 'notice' | 'announcement'> {
  const {client} = state.get();
  if (answer.kind !== 'started') {
    opener.giveUp();
    if (answer.kind === 'asks') return NOTHING_SAID;
    return {
      ...NOTHING_SAID,
      notice: troubleNotice(answer, {client, channelId: currentChannel(hostState()), again}),
    };
  }
  const url = answer.meetingUrl;
  if (isOpen) {
    opener.giveUp();
    const link = {key: 'zoom.notice.open', url} as const;
    const text = {key: 'zoom.notice.openAlready'} as const;
    return {...NOTHING_SAID, notice: {kind: 'done', text, link, cause: {kind: 'news'}}};
  }
  const isTrusted = isMeetingLink(url, client?.link_hosts ?? ZOOM_HOSTS);
  return {
    notice: openStarted(url, opener, isTrusted),
    announcement: {key: 'zoom.notice.started'},
  };
}

function openStarted(url: string, opener: MeetingOpener, isTrusted: boolean): Notice | undefined {
  if (!isTrusted) {
    opener.giveUp();
    const host = plainAddress(url)?.host ?? '';
    return {kind: 'trouble', text: {key: 'zoom.notice.untrustedLink', values: {host}}, cause: LASTING};
  }
  switch (opener.open(url)) {
    case 'blocked':
      return {
        kind: 'trouble',
        text: {key: 'zoom.notice.blocked'},
        link: {key: 'zoom.notice.open', url},
        cause: LASTING,
      };
    case 'app':
      return {
        kind: 'done',
        text: {key: 'zoom.notice.openingApp'},
        link: {key: 'zoom.notice.openInBrowser', url},
        cause: {kind: 'news'},
      };
    default:
      return undefined;
  }
}
