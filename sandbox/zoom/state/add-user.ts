import type {SimulatorState} from './create-state.js';
import type {SimulatedUser} from './records.js';

export type NewUser = Partial<SimulatedUser> & {email: string};

export function addUser(state: SimulatorState, given: NewUser): SimulatedUser {
  const user: SimulatedUser = {
    id: state.ids.opaque(),
    firstName: given.email.replace(/@.*/, ''),
    lastName: '',
    status: 'active',
    verified: 1,
    accountId: state.account.id,
    type: 2,
    hasWebinars: true,
    pmi: state.ids.personalNumber(),
    hasPersonalRoom: true,
    timezone: 'UTC',
    dept: '',
    createdAt: state.clock.now(),
    embedsPasscode: true,
    role: 'member',
    ...given,
  };
  state.users.push(user);
  state.changed();
  return user;
}

/** By id or e-mail address, in which Zoom does not tell capitals from small letters. */
export function findUser(state: SimulatorState, idOrEmail: string): SimulatedUser | undefined {
  const email = idOrEmail.toLowerCase();
  return state.users.find((user) => user.id === idOrEmail || user.email.toLowerCase() === email);
}

/** Throws where Zoom knows nobody of this id or address. */
export function requireKnownUser(state: SimulatorState, idOrEmail: string): SimulatedUser {
  const user = findUser(state, idOrEmail);
  if (user === undefined) throw new Error(`Zoom knows nobody as ${idOrEmail}.`);
  return user;
}

export const displayName = ({firstName, lastName}: SimulatedUser): string =>
  `${firstName} ${lastName}`.trim();
