import {randomBytes} from 'node:crypto';
import type {LogLine} from '../../server/wire/goplugin/log-line.js';
import {createChanges, type Changes} from './change.js';
import type {
  BotRecord,
  ChannelRecord,
  CommandRecord,
  EphemeralRecord,
  LogRecord,
  MemberRecord,
  PluginEventRecord,
  PluginSettings,
  PostRecord,
  PreferenceRecord,
  RowRecord,
  ServerConfig,
  UserRecord,
} from './records.js';

/** Everything that the small Mattermost knows; gone when it ends. */
export interface State {
  readonly now: () => number;
  readonly changes: Changes;
  readonly users: Map<string, UserRecord>;
  readonly channels: Map<string, ChannelRecord>;
  /** By {@link memberKey}. */
  readonly members: Map<string, MemberRecord>;
  /** In order of creation, deleted ones too. */
  readonly posts: Map<string, PostRecord>;
  readonly ephemeral: EphemeralRecord[];
  readonly rows: Map<string, RowRecord>;
  /** By user name. */
  readonly bots: Map<string, BotRecord>;
  /** By trigger. */
  readonly commands: Map<string, CommandRecord>;
  /** By {@link preferenceKey}. */
  readonly preferences: Map<string, PreferenceRecord>;
  readonly events: PluginEventRecord[];
  readonly logs: LogRecord[];
  settings: PluginSettings;
  serverConfig: ServerConfig;
}

export function createState(now: () => number): State {
  return {
    now,
    changes: createChanges(),
    users: new Map(),
    channels: new Map(),
    members: new Map(),
    posts: new Map(),
    ephemeral: [],
    rows: new Map(),
    bots: new Map(),
    commands: new Map(),
    preferences: new Map(),
    events: [],
    logs: [],
    settings: {},
    serverConfig: {},
  };
}

/** Adds a line of the plugin's to the server log. */
export function noteLog(state: State, {level, message, fields}: LogLine): void {
  const line = {level: level === 'trace' ? 'debug' : level, message, fields};
  state.logs.push(line);
  state.changes.tell({kind: 'log', line});
}

export function memberKey(channelId: string, userId: string): string {
  return `${channelId} ${userId}`;
}

export function preferenceKey({user_id, category, name}: Omit<PreferenceRecord, 'value'>): string {
  return `${user_id} ${category} ${name}`;
}

const idAlphabet = 'ybndrfg8ejkmcpqxot1uwisza345h769';

/** A new id as Mattermost makes them: 26 characters of a base32 of its own. */
export function newId(): string {
  return Array.from(randomBytes(26), (byte) => idAlphabet.charAt(byte % idAlphabet.length)).join('');
}
