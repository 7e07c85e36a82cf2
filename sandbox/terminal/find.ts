import type {ChannelRecord, UserRecord} from '../mattermost/records.js';
import {memberKey, newId} from '../mattermost/state.js';
import type {Sandbox} from '../sandbox.js';
import {TerminalError} from './terminal-error.js';

/** A person by user name. Throws TerminalError. */
export function findPerson({mattermost}: Sandbox, typed: string): UserRecord {
  const name = typed.replace(/^@/, '').toLowerCase();
  const users = [...mattermost.state.users.values()];
  const found = users.find(({username, is_bot}) => username === name && !is_bot);
  if (found !== undefined) return found;
  const known = users.filter(({is_bot}) => !is_bot).map(({username}) => username);
  throw new TerminalError(`${unknown('person', typed)} There are: ${known.join(', ')}.`);
}

/** A channel by its name, or the direct messages with the person of that name. Throws TerminalError. */
export function findChannel(sandbox: Sandbox, person: UserRecord, typed: string): ChannelRecord {
  const {channels, users} = sandbox.mattermost.state;
  const open = [...channels.values()].filter(({type}) => type !== 'D');
  const name = typed.replace(/^[~@]/, '').toLowerCase();
  const other = [...users.values()].find(({username}) => username === name);
  const found = open.find((channel) => channel.name === name) ?? (other && direct(sandbox, person, other));
  if (found === undefined) {
    const known = open.map((channel) => channel.name).join(', ');
    throw new TerminalError(
      `${unknown('channel', typed)} There are: ${known}, and every person for direct messages.`,
    );
  }
  if (isMember(sandbox, found, person)) return found;
  throw new TerminalError(`${person.first_name} is not a member of ~${found.name}.`);
}

export const isMember = ({mattermost}: Sandbox, channel: {id: string}, user: {id: string}): boolean =>
  mattermost.state.members.has(memberKey(channel.id, user.id));

/** How the person in front of the terminal calls a channel: `~town-square`, or `@ben`. */
export function placeName({mattermost}: Sandbox, {type, name}: ChannelRecord, person: UserRecord): string {
  if (type !== 'D') return `~${name}`;
  const other = name.split('__').find((userId) => userId !== person.id) ?? person.id;
  return `@${mattermost.state.users.get(other)?.username}`;
}

/** Opened when it is first needed, as in the client. */
function direct({mattermost}: Sandbox, person: UserRecord, other: UserRecord): ChannelRecord {
  const {channels} = mattermost.state;
  const name = [person.id, other.id].sort().join('__');
  const known = [...channels.values()].find((channel) => channel.name === name);
  if (known !== undefined) return known;
  const channel = {id: newId(), team_id: '', type: 'D', name, display_name: '', delete_at: 0} as const;
  const members = [person, other].map((user) => ({channel_id: channel.id, user_id: user.id}));
  mattermost.seed({channels: [channel], members});
  return channel;
}

const unknown = (what: string, typed: string): string =>
  typed === '' ? `Say which ${what}.` : `There is no ${what} "${typed}".`;
