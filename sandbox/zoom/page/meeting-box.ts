import {box, button, control, createPlace, row, tick} from './elements.js';
import {joinForm} from './join-form.js';
import {type Act, peopleLists} from './people-list.js';
import {fullName, type MeetingView, type SimulatorView} from './view.js';

/** A meeting on the page, which can be drawn again and again. */
export interface MeetingBox {
  readonly node: HTMLElement;
  draw: (meeting: MeetingView, view: SimulatorView) => void;
}

/** `refresh`: shows what came of what was pressed. */
export function createMeetingBox(
  {number}: MeetingView,
  {users, account}: SimulatorView,
  refresh: () => unknown,
): MeetingBox {
  const act: Act = (what, body = {}) => control('POST', `/meetings/${number}/${what}`, body).then(refresh);
  const change = (changes: object): unknown => control('PATCH', `/meetings/${number}`, changes).then(refresh);
  const [head, people, buttons, settings] = [box('head'), box('people'), row(), row()];
  const form = joinForm(users, account.id, act);
  const node = box('meeting', head, people, form, buttons, settings);
  node.dataset['number'] = String(number);
  const places = {
    head: createPlace(head),
    people: createPlace(people),
    buttons: createPlace(buttons),
    settings: createPlace(settings),
  };
  return {
    node,
    draw: (meeting, view) => {
      const {exists, participants, waiting, waitingRoom, joinBeforeHost, isLocked} = meeting;
      node.classList.toggle('ended', !exists);
      form.hidden = !exists;
      settings.hidden = !exists;
      places.head([meeting.topic, exists, meeting.status], () => heading(meeting, view));
      places.people([participants, waiting], () => peopleLists(meeting, act));
      places.buttons([exists, meeting.status, meeting.past, participants], () => hostButtons(meeting, act));
      places.settings([waitingRoom, joinBeforeHost, isLocked], () => [
        tick('Waiting room', waitingRoom, (isOn) => change({waitingRoom: isOn})),
        tick('Others may begin', joinBeforeHost, (isOn) => change({joinBeforeHost: isOn})),
        tick('Locked', isLocked, (isOn) => change({isLocked: isOn})),
      ]);
    },
  };
}

function heading(meeting: MeetingView, {users}: SimulatorView): HTMLElement[] {
  const title = document.createElement('h3');
  title.textContent = meeting.topic;
  const host = users.find(({id}) => id === meeting.hostId);
  const state = !meeting.exists ? 'is over' : meeting.status === 'started' ? 'is on' : 'waits for its host';
  const about = document.createElement('p');
  about.textContent = `${meeting.number} · ${state} · host ${host === undefined ? '?' : fullName(host)}`;
  return [title, about];
}

function hostButtons({exists, status, participants, past}: MeetingView, act: Act): HTMLElement[] {
  const recording = past.length > 0 ? [button('Finish its recording', () => act('recording'))] : [];
  if (!exists) return recording;
  if (status === 'waiting') return [button('Host starts it', () => act('start'), true), ...recording];
  const isBack = participants.some(({isHost}) => isHost);
  return [
    ...(isBack ? [] : [button('Host joins', () => act('start'))]),
    button('Host ends it', () => act('end'), true),
    ...recording,
  ];
}
