import type {
  BotRecord,
  CommandRecord,
  EphemeralRecord,
  LogRecord,
  MemberRecord,
  PluginEventRecord,
  PostRecord,
  PreferenceRecord,
  RestCallRecord,
  SlashCommandRecord,
  TeamMemberRecord,
  UserRecord,
  ViewRecord,
} from './records.js';

/** What has just happened, for everybody who watches: nobody needs to poll. */
export type Change =
  | {kind: 'post-created' | 'post-updated' | 'post-deleted'; post: PostRecord}
  | {kind: 'ephemeral'; ephemeral: EphemeralRecord}
  | {kind: 'preferences'; preferences: readonly PreferenceRecord[]}
  | {kind: 'plugin-event'; event: PluginEventRecord}
  | {kind: 'log'; line: LogRecord}
  | {kind: 'command'; command: CommandRecord}
  | {kind: 'bot'; bot: BotRecord}
  | {kind: 'slash-command'; command: SlashCommandRecord}
  | {kind: 'user' | 'roles'; user: UserRecord}
  | {kind: 'team-member'; member: TeamMemberRecord; joined: boolean}
  | {kind: 'channel-member'; member: MemberRecord}
  | {kind: 'viewed'; view: ViewRecord}
  | {kind: 'rest-call'; call: RestCallRecord}
  | {kind: 'settings' | 'server-config' | 'people' | 'key-value' | 'api-call' | 'audit'}
  | {kind: 'plugin'; running: boolean};

/** Who is told of changes. */
export interface Changes {
  tell(change: Change): void;
  /** Call the answer to stop listening. */
  listen(listener: (change: Change) => void): () => void;
}

export function createChanges(): Changes {
  const listeners = new Set<(change: Change) => void>();
  return {
    tell: (change) => {
      for (const listener of listeners) listener(change);
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
