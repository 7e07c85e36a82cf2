import {drawApp, listenToApp} from './app-section.js';
import {button, control, element, row, who} from './elements.js';
import {fullName, type MeetingView, type SimulatorView, type UserView} from './view.js';

/** The simulator as a person sees it; everything goes through its remote control. */
interface Delivery {
  id: number;
  event: string;
  outcome: string;
  attempts: {status: number; at: number}[];
}

const EVERY_MS = 1_000;
const chosen = /\/([js])\/(\d+)/.exec(window.location.pathname);
const only = chosen === null ? undefined : Number(chosen[2]);

/** Does it, and shows what came of it. */
const press = (text: string, run: () => Promise<unknown>, isMain = false): HTMLButtonElement =>
  button(text, () => run().then(refresh), isMain);

function drawMeeting(meeting: MeetingView, users: readonly UserView[]): HTMLElement {
  const box = document.createElement('section');
  box.className = meeting.exists ? 'meeting' : 'meeting ended';
  box.dataset['number'] = String(meeting.number);
  const title = document.createElement('h3');
  title.textContent = meeting.topic;
  const host = users.find(({id}) => id === meeting.hostId);
  const state = meeting.exists
    ? meeting.status === 'started'
      ? 'is on'
      : 'waits for its host'
    : 'has ended';
  const about = document.createElement('p');
  about.textContent = `${meeting.number} · ${state} · host ${host === undefined ? '?' : fullName(host)}`;
  box.append(title, about);
  const act = (what: string, body: object = {}) =>
    control('POST', `/meetings/${meeting.number}/${what}`, body);
  if (!meeting.exists) {
    box.append(row(press('Finish its recording', () => act('recording'))));
    return box;
  }
  if (meeting.status === 'waiting') {
    box.append(row(press('Host starts it', () => act('start'), true)));
    return box;
  }
  box.append(
    row(
      ...meeting.participants.map(({id, name}) =>
        who(
          name,
          press('Leave', () => act('leave', {who: id})),
        ),
      ),
    ),
    joinRow(users, (person) => act('join', person)),
    row(press('Host ends it', () => act('end'), true)),
  );
  return box;
}

function joinRow(users: readonly UserView[], join: (person: object) => Promise<unknown>): HTMLElement {
  const select = document.createElement('select');
  select.setAttribute('aria-label', 'Who joins');
  for (const user of users) select.add(new Option(fullName(user), user.email));
  select.add(new Option('A guest without account', ''));
  const wanted = (): object => {
    const user = users.find(({email}) => email === select.value);
    return user === undefined ? {name: 'Guest'} : {name: fullName(user), email: user.email};
  };
  return row(
    select,
    press('Join', () => join(wanted())),
  );
}

let drawn = '';

async function refresh(): Promise<void> {
  const [view, deliveries] = (await Promise.all([
    control('GET', '/state'),
    control('GET', '/deliveries'),
  ])) as [SimulatorView, Delivery[]];
  const now = JSON.stringify([view, deliveries]);
  if (now === drawn) return;
  drawn = now;
  const shown = view.meetings.filter(({number}) => only === undefined || number === only).reverse();
  element('meetings').replaceChildren(
    ...(shown.length === 0 ? [document.createTextNode('No meeting yet. Type /zoom start in the chat.')] : []),
    ...shown.map((meeting) => drawMeeting(meeting, view.users)),
  );
  drawApp(view, refresh);
  element('log').replaceChildren(
    ...deliveries
      .slice(-20)
      .reverse()
      .map(({event, outcome, attempts}) => {
        const line = document.createElement('tr');
        for (const text of [event, outcome, attempts.map(({status}) => status).join(', ')]) {
          line.insertCell().textContent = text;
        }
        line.className = outcome;
        return line;
      }),
  );
}

for (const fault of document.querySelectorAll<HTMLButtonElement>('[data-fault]')) {
  const kind = fault.dataset['fault'] ?? '';
  fault.onclick = () =>
    void control('POST', '/webhook-faults', kind === 'delay' ? {kind, ms: 5_000} : {kind}).then(refresh);
}
element('app').hidden = only !== undefined;
listenToApp(refresh);
setInterval(() => void refresh(), EVERY_MS);
void refresh();
