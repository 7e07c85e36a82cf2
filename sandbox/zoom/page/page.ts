import {createAccountSection} from './account-section.js';
import {drawApp, listenToApp} from './app-section.js';
import {control, createPlace, element} from './elements.js';
import {createMeetingBox, type MeetingBox} from './meeting-box.js';
import {createPlansSection, isOnlyPlanned} from './plans-section.js';
import {createSdkSection} from './sdk-section.js';
import type {MeetingView, SimulatorView} from './view.js';
import {createWebhooksSection, type DeliveryView} from './webhooks-section.js';

/** The simulator as a person sees it; everything goes through its remote control. */
const EVERY_MS = 1_000;
const chosen = /\/([jsw])\/(\d+)/.exec(window.location.pathname);
const only = chosen === null ? undefined : Number(chosen[2]);

const boxes = new Map<string, MeetingBox>();
const drawMeetings = createPlace(element('meetings'));
const drawAccount = createAccountSection(element('account-settings'), refresh);
const drawPlans = createPlansSection(
  {section: element('calendar'), form: element('plan-form'), list: element('plans')},
  refresh,
  only,
);
const drawWebhooks = createWebhooksSection({faults: element('faults'), log: element('log')}, refresh);
const drawSdk = createSdkSection(element('sdk-app'), refresh);
const drawTheApp = createPlace(document.createElement('div'));

async function refresh(): Promise<void> {
  const [view, deliveries] = (await Promise.all([
    control('GET', '/state'),
    control('GET', '/deliveries'),
  ])) as [SimulatorView, DeliveryView[]];
  showMeetings(view);
  drawPlans(view);
  drawAccount(view);
  drawWebhooks(view, deliveries);
  drawSdk(view);
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
      ? [nothingToShow(view)]
      : shown.flatMap((meeting) => boxes.get(keyOf(meeting))?.node ?? []),
  );
}

/** A webinar is shown with what is planned. */
const nothingToShow = ({webinars}: SimulatorView): string => {
  if (only === undefined) return 'No meeting yet. Type /zoom start in the chat.';
  const webinar = webinars.find(({number}) => number === only);
  return webinar === undefined ? 'There is no such meeting.' : `${webinar.topic}: a webinar, see below.`;
};

/** A personal room in which nobody has ever been is no news, and what is only planned has a line of its own. */
const isWorthShowing = (meeting: MeetingView): boolean => {
  const {number, type, status, waiting, past} = meeting;
  if (only !== undefined) return number === only;
  if (isOnlyPlanned(meeting)) return false;
  return type !== 4 || status === 'started' || waiting.length > 0 || past.length > 0;
};

const keyOf = ({number, createdAt}: MeetingView): string => `${number} ${createdAt}`;

element<HTMLDetailsElement>('calendar').open = only !== undefined;
element('plan-form').hidden = only !== undefined;
element('app').hidden = only !== undefined;
element('sdk').hidden = only !== undefined;
element('account').hidden = only !== undefined;
listenToApp(refresh);
setInterval(() => void refresh(), EVERY_MS);
void refresh();
