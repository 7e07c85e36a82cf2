import type {ChannelRecord, UserRecord} from '../mattermost/records.js';
import {memberKey} from '../mattermost/state.js';
import type {Sandbox} from '../sandbox.js';
import type {Screen} from './screen.js';

/** Whose eyes the terminal sees with, and where. */
export interface Session {
  readonly sandbox: Sandbox;
  readonly screen: Screen;
  person: UserRecord;
  channel: ChannelRecord;
  /** Names of what has been tried: the guide goes on from there. */
  readonly tried: Set<string>;
}

/** Something that a person can mend by typing something else; its message says what. */
export class TerminalError extends Error {}

export function createSession(sandbox: Sandbox, screen: Screen): Session {
  const person = findUser(sandbox, 'ana');
  const channel = findChannel(sandbox, 'town-square');
  return {sandbox, screen, person, channel, tried: new Set()};
}

export function findUser({mattermost}: Sandbox, username: string): UserRecord {
  const users = [...mattermost.state.users.values()].filter(({is_bot}) => !is_bot);
  const found = users.find((user) => user.username === username.toLowerCase());
  if (found === undefined)
    throw unknown(
      'person',
      username,
      users.map((user) => user.username),
    );
  return found;
}

export function findChannel({mattermost}: Sandbox, name: string): ChannelRecord {
  const channels = [...mattermost.state.channels.values()].filter((channel) => channel.display_name !== '');
  const found = channels.find((channel) => channel.name === name.replace(/^~/, '').toLowerCase());
  if (found === undefined) throw unknown('channel', name, namedChannels(channels));
  return found;
}

export const isMember = ({mattermost}: Sandbox, channelId: string, userId: string): boolean =>
  mattermost.state.members.has(memberKey(channelId, userId));

const namedChannels = (channels: readonly ChannelRecord[]): string[] =>
  channels.map(({name}) => name).filter((name) => /^[a-z-]+$/.test(name));

const unknown = (what: string, name: string, known: readonly string[]): TerminalError =>
  new TerminalError(`There is no ${what} "${name}". There are: ${known.join(', ')}.`);
