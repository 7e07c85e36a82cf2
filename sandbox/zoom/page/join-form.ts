import {button, row} from './elements.js';
import type {Act} from './people-list.js';
import {fullName, type UserView} from './view.js';

const GUEST = 'guest';
const PHONE = 'phone';

/** Chooses who joins and how. It stays as it is while people come and go. */
export function joinForm(users: readonly UserView[], ownAccount: string, act: Act): HTMLElement {
  const person = document.createElement('select');
  person.setAttribute('aria-label', 'Who joins');
  for (const user of users) {
    const note = user.accountId === ownAccount ? '' : ' (another account)';
    person.add(new Option(fullName(user) + note, user.email));
  }
  person.add(new Option('A guest, named …', GUEST));
  person.add(new Option('Somebody by phone', PHONE));
  const name = document.createElement('input');
  name.setAttribute('aria-label', 'Name of the guest');
  name.value = 'Carla Mota';
  const device = document.createElement('select');
  device.setAttribute('aria-label', 'With what');
  device.add(new Option('with the app', 'app'));
  device.add(new Option('in a browser', 'browser'));
  const adapt = (): void => {
    name.hidden = person.value !== GUEST;
    device.hidden = person.value === PHONE;
  };
  person.onchange = adapt;
  adapt();
  return row(
    person,
    name,
    device,
    button('Join', () => act('join', joiner(person.value, name.value, device.value))),
  );
}

/** Telephone numbers that belong to nobody: the last four digits are 0100 to 0199. */
let calls = 0;

function joiner(chosen: string, name: string, device: string): object {
  if (chosen === PHONE) {
    calls += 1;
    return {phoneNumber: `+1 646 555 0${100 + (calls % 100)}`};
  }
  return chosen === GUEST ? {name, device} : {email: chosen, device};
}
