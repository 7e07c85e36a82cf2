import {randomBytes} from 'node:crypto';
import type {LogLine} from '../../server/wire/goplugin/log-line.js';
import {createChanges, type Changes} from './change.js';
import type {
  AuditRecord,
  BotRecord,
  ChannelRecord,
  CommandRecord,
  EphemeralRecord,
  FileRecord,
  ImageRecord,
  LogRecord,
  MemberRecord,
  PluginEventRecord,
  PluginSettings,
  PostRecord,
  PreferenceRecord,
  RowRecord,
  ServerConfig,
  SlashCommandRecord,
  TeamMemberRecord,
  TeamRecord,
  UserRecord,
  ViewRecord,
} from './records.js';

/** Everything that the small Mattermost knows. It is gone when the process ends. */
export interface State {
  readonly now: () => number;
  readonly changes: Changes;
  readonly users: Map<string, UserRecord>;
  readonly teams: Map<string, TeamRecord>;
  /** By {@link memberKey} of team and user. */
  readonly teamMembers: Map<string, TeamMemberRecord>;
  /** Those that have ended: Mattermost keeps them. */
  readonly endedTeamMembers: Map<string, TeamMemberRecord>;
  readonly channels: Map<string, ChannelRecord>;
  /** By {@link memberKey}. */
  readonly members: Map<string, MemberRecord>;
  /** By {@link memberKey}. */
  readonly views: Map<string, ViewRecord>;
  /** In order of creation, deleted ones too. */
  readonly posts: Map<string, PostRecord>;
  readonly files: Map<string, FileRecord>;
  readonly ephemeral: EphemeralRecord[];
  readonly rows: Map<string, RowRecord>;
  /** By user name. */
  readonly bots: Map<string, BotRecord>;
  /** By the id of the account. */
  readonly images: Map<string, ImageRecord>;
  /** Of the plugin, by trigger. */
  readonly commands: Map<string, CommandRecord>;
  /** Of teams, by id. */
  readonly slashCommands: Map<string, SlashCommandRecord>;
  /** By {@link preferenceKey}. */
  readonly preferences: Map<string, PreferenceRecord>;
  readonly events: PluginEventRecord[];
  readonly audits: AuditRecord[];
  readonly logs: LogRecord[];
  settings: PluginSettings;
  serverConfig: ServerConfig;
}

export function createState(now: () => number): State {
  return {
    now,
    changes: createChanges(),
    users: new Map(),
    teams: new Map(),
    teamMembers: new Map(),
    endedTeamMembers: new Map(),
    channels: new Map(),
    members: new Map(),
    views: new Map(),
    posts: new Map(),
    files: new Map(),
    ephemeral: [],
    rows: new Map(),
    bots: new Map(),
    images: new Map(),
    commands: new Map(),
    slashCommands: new Map(),
    preferences: new Map(),
    events: [],
    audits: [],
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

/** The key of a member of a channel, or of a team. */
export function memberKey(placeId: string, userId: string): string {
  return `${placeId} ${userId}`;
}

export function preferenceKey({user_id, category, name}: Omit<PreferenceRecord, 'value'>): string {
  return `${user_id} ${category} ${name}`;
}

const idAlphabet = 'ybndrfg8ejkmcpqxot1uwisza345h769';

/** A new id as Mattermost makes them: 26 characters of a base32 of its own. */
export function newId(): string {
  return Array.from(randomBytes(26), (byte) => idAlphabet.charAt(byte % idAlphabet.length)).join('');
}
