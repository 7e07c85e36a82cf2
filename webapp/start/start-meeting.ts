import {allowedLink} from '../allowed-link.js';
import type {Api, StartAnswer, StartWish} from '../api/create-api.js';
import type {Store} from '../mattermost/global-state.js';
import {opensMeetings, prefersZoomApp} from '../settings/preferences.js';
import {changed, type Notice, zoomState} from '../state.js';
import {translator} from '../translate.js';
import {zoomAppLink} from '../zoom-app-link.js';
import {type MeetingTab, noTab, openTab} from './meeting-tab.js';

/** A click that comes this soon after a touch is the same press: Mattermost's wrapper passes both on. */
const ECHO_MS = 700;

/** Starts a meeting; to be called within the click. A start that is under way in the channel is not begun again. */
export type StartMeeting = (wish: StartWish) => Promise<void>;

export function createStartMeeting({store, api}: {store: Store; api: Api}): StartMeeting {
  let lastTouch = -ECHO_MS;
  const isEcho = (): boolean => {
    const type = window.event?.type;
    if (type === 'touchend') lastTouch = performance.now();
    return type === 'click' && performance.now() - lastTouch < ECHO_MS;
  };
  return async (wish) => {
    const {channelId} = wish;
    if (isEcho() || zoomState(store.getState()).busy[channelId] === true) return;
    const state = store.getState();
    const wantsTab = opensMeetings(state) && !prefersZoomApp(state);
    const tab = wantsTab ? openTab(translator(state)('zoom.start.opening')) : noTab;
    store.dispatch(
      changed((was) => ({
        ...was,
        busy: {...was.busy, [channelId]: true},
        notice: undefined,
        question: undefined,
      })),
    );
    const answer = await api.start(wish);
    const shown = next(store, wish, answer, tab);
    store.dispatch(
      changed((was) => {
        const {[channelId]: _done, ...busy} = was.busy;
        return {...was, busy, ...shown};
      }),
    );
  };
}

type Next = {
  notice?: Notice;
  question?: {wish: StartWish; meeting: (StartAnswer & {kind: 'exists'})['meeting']};
};

/** What the person sees then; the tab goes to the meeting, or away. */
function next(store: Store, wish: StartWish, answer: StartAnswer, tab: MeetingTab): Next {
  const translate = translator(store.getState());
  if (answer.kind === 'exists') {
    tab.close();
    return {question: {wish, meeting: answer.meeting}};
  }
  if (answer.kind === 'refused') {
    tab.close();
    return {
      notice: {text: answer.message || translate(answer.status === 0 ? 'zoom.offline' : 'zoom.failed')},
    };
  }
  const link = allowedLink(answer.meetingUrl, zoomState(store.getState()).client?.linkHosts);
  if (link === undefined) {
    tab.close();
    return {notice: {text: translate('zoom.start.done')}};
  }
  return open(store, link, tab) ? {} : {notice: {text: translate('zoom.start.blocked'), link}};
}

/** @returns false when the person has to press the link themselves */
function open(store: Store, link: string, tab: MeetingTab): boolean {
  const state = store.getState();
  if (!opensMeetings(state)) return true;
  const appLink = prefersZoomApp(state) ? zoomAppLink(link) : undefined;
  if (appLink !== undefined) {
    // Nothing leaves the page: the system hands the address to Zoom.
    window.location.assign(appLink);
    return true;
  }
  tab.go(link);
  return tab.isOpen;
}
