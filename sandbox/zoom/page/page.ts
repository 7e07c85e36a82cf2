/** The simulator as a person sees it; everything goes through its remote control. */
interface Meeting {
  number: number;
  topic: string;
  hostId: string;
  status: 'waiting' | 'started';
  exists: boolean;
  participants: {id: string; name: string}[];
}

interface SimulatorUser {
  id: string;
  email: string;
  firstName: string;
  lastName: string;
}

interface SimulatorView {
  users: SimulatorUser[];
  meetings: Meeting[];
}

interface Delivery {
  id: number;
  event: string;
  outcome: string;
  attempts: {status: number; at: number}[];
}

const EVERY_MS = 1_000;
const chosen = /\/([js])\/(\d+)/.exec(window.location.pathname);
const only = chosen === null ? undefined : Number(chosen[2]);

const element = (id: string): HTMLElement => document.getElementById(id) as HTMLElement;

async function control(method: 'GET' | 'POST', path: string, body?: object): Promise<unknown> {
  const response = await fetch(`/simulator${path}`, {
    method,
    ...(body === undefined
      ? {}
      : {headers: {'Content-Type': 'application/json'}, body: JSON.stringify(body)}),
  });
  const answer = (await response.json()) as {error?: string};
  element('problem').textContent = response.ok ? '' : (answer.error ?? 'That did not work.');
  return answer;
}

function button(text: string, run: () => Promise<unknown>, isMain = false): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = text;
  if (isMain) made.className = 'main';
  made.onclick = () => void run().then(refresh);
  return made;
}

function row(...children: (Node | string)[]): HTMLElement {
  const made = document.createElement('div');
  made.className = 'row';
  made.append(...children);
  return made;
}

const fullName = ({firstName, lastName}: SimulatorUser): string => `${firstName} ${lastName}`.trim();

function drawMeeting(meeting: Meeting, users: readonly SimulatorUser[]): HTMLElement {
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
    box.append(row(button('Finish its recording', () => act('recording'))));
    return box;
  }
  if (meeting.status === 'waiting') {
    box.append(row(button('Host starts it', () => act('start'), true)));
    return box;
  }
  box.append(
    row(
      ...meeting.participants.map(({id, name}) => {
        const person = document.createElement('span');
        person.className = 'who';
        person.append(
          name,
          button('Leave', () => act('leave', {who: id})),
        );
        return person;
      }),
    ),
    joinRow(users, (person) => act('join', person)),
    row(button('Host ends it', () => act('end'), true)),
  );
  return box;
}

function joinRow(users: readonly SimulatorUser[], join: (person: object) => Promise<unknown>): HTMLElement {
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
    button('Join', () => join(wanted())),
  );
}

let drawn = '';

async function refresh(): Promise<void> {
  const [view, deliveries] = (await Promise.all([
    control('GET', '/state'),
    control('GET', '/deliveries'),
  ])) as [SimulatorView, Delivery[]];
  const now = JSON.stringify([view.meetings, deliveries]);
  if (now === drawn) return;
  drawn = now;
  const shown = view.meetings.filter(({number}) => only === undefined || number === only).reverse();
  element('meetings').replaceChildren(
    ...(shown.length === 0 ? [document.createTextNode('No meeting yet. Type /zoom start in the chat.')] : []),
    ...shown.map((meeting) => drawMeeting(meeting, view.users)),
  );
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
setInterval(() => void refresh(), EVERY_MS);
void refresh();
