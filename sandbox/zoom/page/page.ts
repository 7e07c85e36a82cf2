import {createAccountSection} from './account-section.js';
import {drawApp, listenToApp} from './app-section.js';
import {control, createPlace, element} from './elements.js';
import {createMeetingBox, type MeetingBox} from './meeting-box.js';
import type {MeetingView, SimulatorView} from './view.js';
import {createWebhooksSection, type DeliveryView} from './webhooks-section.js';

/** The simulator as a person sees it; everything goes through its remote control. */
const EVERY_MS = 1_000;
const chosen = /\/([jsw])\/(\d+)/.exec(window.location.pathname);
const only = chosen === null ? undefined : Number(chosen[2]);

const boxes = new Map<string, MeetingBox>();
const drawMeetings = createPlace(element('meetings'));
const drawAccount = createAccountSection(element('account-settings'), refresh);
const drawWebhooks = createWebhooksSection({faults: element('faults'), log: element('log')}, refresh);
const drawTheApp = createPlace(document.createElement('div'));

async function refresh(): Promise<void> {
  const [view, deliveries] = (await Promise.all([
    control('GET', '/state'),
    control('GET', '/deliveries'),
  ])) as [SimulatorView, DeliveryView[]];
  showMeetings(view);
  drawAccount(view);
  drawWebhooks(view, deliveries);
  drawTheApp([view.account, view.users, view.consents], () => {
    drawApp(view, refresh);
    return [];
  });
}

/** Newest first. A number may be used again, by another meeting that is its own. */
function showMeetings(view: SimulatorView): void {
  const shown = view.meetings.filter(isWorthShowing).reverse();
  for (const meeting of shown) {
    const box = boxes.get(keyOf(meeting)) ?? createMeetingBox(meeting, view, refresh);
    boxes.set(keyOf(meeting), box);
    box.draw(meeting, view);
  }
  drawMeetings(shown.map(keyOf), () =>
    shown.length === 0
      ? [only === undefined ? 'No meeting yet. Type /zoom start in the chat.' : 'There is no such meeting.']
      : shown.flatMap((meeting) => boxes.get(keyOf(meeting))?.node ?? []),
  );
}

/** A personal room in which nobody has ever been is no news. */
const isWorthShowing = ({number, type, status, waiting, past}: MeetingView): boolean =>
  only === undefined
    ? type !== 4 || status === 'started' || waiting.length > 0 || past.length > 0
    : number === only;

const keyOf = ({number, createdAt}: MeetingView): string => `${number} ${createdAt}`;

element('app').hidden = only !== undefined;
element('account').hidden = only !== undefined;
listenToApp(refresh);
setInterval(() => void refresh(), EVERY_MS);
void refresh();
