import type {StartAnswer} from '../api/answers.js';
import type {Api} from '../api/create-api.js';
import {isMeetingLink, plainAddress, ZOOM_HOSTS} from '../links/link-rules.js';
import type {Page} from '../mattermost/page.js';
import type {Reader} from '../mattermost/reader.js';
import {troubleNotice} from '../notices/trouble-notice.js';
import type {ClientState, Notice} from '../state/client-state.js';
import type {Observable} from '../state/observable.js';
import {catalogueFor} from '../text/catalogue.js';
import {createMeetingOpener, type MeetingOpener} from './open-meeting.js';
import type {StartAt} from './start-at.js';

/** Starts a meeting. Call it in the click itself. `force`: although there is a meeting already. */
export type StartMeeting = (start: StartAt, force?: boolean) => Promise<void>;

export interface StartMeetingDeps {
  api: Api;
  page: Page;
  state: Observable<ClientState>;
  reader: () => Reader;
  /** Milliseconds, on any scale. */
  now: () => number;
  /** Of the browser's event that is being handled. */
  eventType: () => string | undefined;
}

/** A click that comes this soon after a touch is the same press: Mattermost's wrapper around the button passes both on. */
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
  return async (start, force = false) => {
    if (isEcho() || state.get().busy.has(start.key)) return;
    const opener = openerFor(deps);
    state.change({busy: new Set([...state.get().busy, start.key]), notice: undefined, choice: undefined});
    const place = await start.find();
    const answer: StartAnswer =
      place.kind === 'answer' ? await api.startMeeting({...place.value, topic: start.topic, force}) : place;
    state.change({busy: new Set([...state.get().busy].filter((key) => key !== start.key))});
    settle(deps, start, answer, opener);
  };
}

function openerFor({page, reader}: StartMeetingDeps): MeetingOpener {
  const texts = catalogueFor(reader().locale);
  const title = texts['zoom.start.tabTitle'];
  return createMeetingOpener({page, reader: reader(), title, text: texts['zoom.start.tabText']});
}

function settle({state}: StartMeetingDeps, start: StartAt, answer: StartAnswer, opener: MeetingOpener): void {
  const {client} = state.get();
  if (answer.kind === 'started') {
    const hosts = client?.link_hosts ?? ZOOM_HOSTS;
    const notice = openStarted(answer.meetingUrl, opener, isMeetingLink(answer.meetingUrl, hosts));
    state.change({notice, announcement: {key: 'zoom.notice.started'}});
    return;
  }
  opener.giveUp();
  if (answer.kind === 'exists') state.change({choice: {meeting: answer.meeting, start}});
  else state.change({notice: troubleNotice(answer, client)});
}

function openStarted(url: string, opener: MeetingOpener, isTrusted: boolean): Notice | undefined {
  if (!isTrusted) {
    opener.giveUp();
    const host = plainAddress(url)?.host ?? '';
    return {kind: 'trouble', text: {key: 'zoom.notice.untrustedLink', values: {host}}};
  }
  switch (opener.open(url)) {
    case 'blocked':
      return {kind: 'trouble', text: {key: 'zoom.notice.blocked'}, link: {key: 'zoom.notice.open', url}};
    case 'app':
      return {
        kind: 'done',
        text: {key: 'zoom.notice.openingApp'},
        link: {key: 'zoom.notice.openInBrowser', url},
      };
    default:
      return undefined;
  }
}
