import {box, button, control, createPlace, row, tick} from './elements.js';
import {fullName, type SimulatorView, type UserView} from './view.js';

/** What the account's people and admins have set in Zoom, and their personal rooms. */
export function createAccountSection(
  place: HTMLElement,
  refresh: () => unknown,
): (view: SimulatorView) => void {
  const draw = createPlace(place);
  const change = (changes: object): unknown => control('POST', '/account', changes).then(refresh);
  return ({account, users}) => {
    const {waitingRoom, joinBeforeHost, moves} = account;
    const own = users.filter(({accountId}) => accountId === account.id);
    draw([waitingRoom, joinBeforeHost, moves, own], () => [
      tick('New meetings have a waiting room', waitingRoom, (isOn) => change({waitingRoom: isOn})),
      tick('In new meetings others may begin', joinBeforeHost, (isOn) => change({joinBeforeHost: isOn})),
      tick('Who moves to another room is told of as leaving, too', moves === 'leftAndJoined', (isOn) =>
        change({moves: isOn ? 'leftAndJoined' : 'named'}),
      ),
      ...own.map((user) => personalRoom(user, refresh)),
    ]);
  };
}

/** What happens in it is private, unless a card was opened for it. */
function personalRoom(user: UserView, refresh: () => unknown): HTMLElement {
  const {pmi, hasPersonalRoom} = user;
  const path = `/users/${encodeURIComponent(user.id)}`;
  const turn = button(hasPersonalRoom ? 'Switch it off' : 'Switch it on', () =>
    control('PATCH', path, {hasPersonalRoom: !hasPersonalRoom}).then(refresh),
  );
  const start = button('Start it', () => control('POST', `/meetings/${pmi}/start`, {}).then(refresh));
  const small = document.createElement('small');
  small.textContent = hasPersonalRoom ? `personal meeting ID ${pmi}` : 'no personal meeting ID';
  return box('room', box('name', fullName(user), small), row(...(hasPersonalRoom ? [start] : []), turn));
}
