import {box, button, menu, row} from './elements.js';
import type {MeetingView, PersonView} from './view.js';

/** Does something in the meeting, by the remote control. */
export type Act = (what: string, body?: object) => Promise<unknown>;

const DEVICES: {[Device in PersonView['device']]: string} = {app: '', browser: 'browser', phone: 'phone'};

const WAITS: {[Where in PersonView['where']]: string} = {
  meeting: '',
  breakoutRoom: '',
  waitingRoom: 'in the waiting room',
  forTheHost: 'waits for the host',
};

const ROOMS = ['Room 1', 'Room 2'];

/** Who is in and who waits, each with what can be done with them. */
export function peopleLists({participants, waiting}: MeetingView, act: Act): HTMLElement[] {
  return [
    ...list('In it', participants, (person) => [
      button('Leave', () => act('leave', {who: person.id})),
      menu(`More for ${person.name}`, choicesFor(person, act)),
    ]),
    ...list('Waiting', waiting, (person) => [
      ...(person.where === 'waitingRoom'
        ? [button('Admit', () => act('admit', {who: person.id}), true)]
        : []),
      button('Give up', () => act('leave', {who: person.id})),
    ]),
  ];
}

function list(
  title: string,
  people: readonly PersonView[],
  buttons: (person: PersonView) => HTMLElement[],
): HTMLElement[] {
  if (people.length === 0) return [];
  const heading = document.createElement('h4');
  heading.textContent = `${title} (${people.length})`;
  const made = document.createElement('ul');
  made.setAttribute('aria-label', title);
  made.append(
    ...people.map((person) => {
      const item = document.createElement('li');
      item.append(box('name', person.name, note(person)), row(...buttons(person)));
      return item;
    }),
  );
  return [heading, made];
}

function note({isHost, device, where, room, zoomUserId, email}: PersonView): HTMLElement {
  const words = [
    isHost ? 'host' : '',
    zoomUserId === '' ? 'guest' : email === '' ? 'from another account' : '',
    DEVICES[device],
    room === undefined ? WAITS[where] : `in ${room}`,
  ];
  const made = document.createElement('small');
  made.textContent = words.filter((word) => word !== '').join(', ');
  return made;
}

function choicesFor(person: PersonView, act: Act): {text: string; run: () => unknown}[] {
  const {id: who, name, email, isHost, room} = person;
  const again = {name, ...(email !== '' && {email}), device: 'browser'};
  return [
    {text: 'Join with a second device', run: () => act('join', again)},
    ...ROOMS.filter((other) => other !== room).map((other) => ({
      text: `Go to breakout ${other}`,
      run: () => act('move', {who, room: other}),
    })),
    ...(room === undefined ? [] : [{text: 'Come back to all', run: () => act('move', {who})}]),
    ...(isHost || room !== undefined
      ? []
      : [{text: 'Put into the waiting room', run: () => act('put-back', {who})}]),
    {text: 'Take another name', run: () => act('rename', {who, name: `${name} (renamed)`})},
  ];
}
