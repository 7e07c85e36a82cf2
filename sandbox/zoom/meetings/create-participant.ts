import {displayName, findUser} from '../state/add-user.js';
import type {SimulatorState} from '../state/create-state.js';
import type {Device, Participant} from '../state/participant.js';
import type {Gathering} from '../state/gathering.js';

/** Who joins. By telephone without a name: Zoom shows a masked number. */
export interface Joiner {
  /** As they typed it; default: as they are called in Zoom, or on the telephone. */
  name?: string;
  /** Of the account with which they have signed in to Zoom. */
  email?: string;
  /** Default: the app; by telephone where there is a number. */
  device?: Device;
  /** From which they dial in, such as `+16465550123`. */
  phoneNumber?: string;
}

/** Somebody who is nowhere yet. */
export function createParticipant(
  state: SimulatorState,
  meeting: Gathering,
  {name, email = '', device, phoneNumber = ''}: Joiner,
): Participant {
  const {ids, clock, users} = state;
  const user = email === '' ? undefined : findUser(state, email);
  const host = users.find(({id}) => id === meeting.hostId);
  const isColleague = user !== undefined && user.accountId === (host?.accountId ?? state.account.id);
  const digits = phoneNumber.replace(/\D/g, '');
  const known = user === undefined ? masked(digits) : displayName(user);
  const address = 1 + (meeting.userIds % 254);
  return {
    id: ids.opaque(),
    userId: '',
    parentUserId: undefined,
    uuid: ids.opaque(),
    zoomUserId: user?.id ?? '',
    name: name ?? known,
    email: isColleague ? user.email : '',
    device: device ?? (digits === '' ? 'app' : 'phone'),
    phoneNumber: digits,
    // Of the ranges that are kept for examples.
    publicIp: `203.0.113.${address}`,
    privateIp: `192.0.2.${address}`,
    isHost: user !== undefined && user.id === meeting.hostId,
    where: 'meeting',
    room: undefined,
    joinedAt: clock.now(),
  };
}

/** `16465550123` as Zoom shows it: `1646***0123`. */
const masked = (digits: string): string =>
  digits === '' ? 'Guest' : `${digits.slice(0, -7)}***${digits.slice(-4)}`;
