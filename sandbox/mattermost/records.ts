/** What the small Mattermost stores, in the form of the REST API: snake_case, times in ms since 1970. */
export interface UserRecord {
  id: string;
  username: string;
  email: string;
  email_verified: boolean;
  auth_service: string;
  first_name: string;
  last_name: string;
  nickname: string;
  /** Words with blanks between; `system_admin` may do everything. */
  roles: string;
  locale: string;
  timezone: Record<string, string>;
  is_bot: boolean;
  remote_id: string;
  delete_at: number;
}

export interface TeamRecord {
  id: string;
  /** The word in its addresses, `team_domain` of a slash command. */
  name: string;
  display_name: string;
  type: 'O' | 'I';
  /** Anybody may join, and people who are not in it see it too. */
  allow_open_invite: boolean;
  delete_at: number;
}

export interface TeamMemberRecord {
  team_id: string;
  user_id: string;
  scheme_admin: boolean;
  scheme_guest: boolean;
}

export interface ChannelRecord {
  id: string;
  team_id: string;
  type: 'O' | 'P' | 'D' | 'G';
  name: string;
  display_name: string;
  /** Not 0: archived. */
  delete_at: number;
}

export interface MemberRecord {
  channel_id: string;
  user_id: string;
  scheme_guest: boolean;
  /** Administers the channel. */
  scheme_admin: boolean;
  permissions: readonly string[];
}

/** When somebody last saw a channel; what others wrote there later is unread. */
export interface ViewRecord {
  channel_id: string;
  user_id: string;
  last_viewed_at: number;
}

export interface PostRecord {
  id: string;
  create_at: number;
  update_at: number;
  edit_at: number;
  delete_at: number;
  is_pinned: boolean;
  user_id: string;
  channel_id: string;
  root_id: string;
  message: string;
  type: string;
  props: Record<string, unknown>;
  has_reactions: boolean;
  file_ids: string[];
}

/** An uploaded file. */
export interface FileRecord {
  id: string;
  /** `nouser`: a plugin uploaded it. */
  creator_id: string;
  channel_id: string;
  /** '' until a post names it. */
  post_id: string;
  create_at: number;
  name: string;
  bytes: Uint8Array;
}

/** A post that one user sees and that is not stored. */
export interface EphemeralRecord {
  userId: string;
  post: PostRecord;
}

export interface BotRecord {
  user_id: string;
  username: string;
  display_name: string;
  description: string;
  /** Size of the picture, 0 without. */
  imageBytes: number;
  /** Who made it over the REST API; a plugin's own has none. */
  owner_id?: string;
}

/** The picture of an account. */
export interface ImageRecord {
  type: string;
  bytes: Uint8Array;
}

/** One choice of a person's, for example in the category `display_settings`. */
export interface PreferenceRecord {
  user_id: string;
  category: string;
  name: string;
  value: string;
}

/** An event that the plugin sent to clients; an empty id in `broadcast` narrows nothing. */
export interface PluginEventRecord {
  event: string;
  payload: Readonly<Record<string, unknown>>;
  broadcast: {user_id: string; channel_id: string; team_id: string};
}

/** A slash command; the autocomplete tree in Mattermost's own JSON (`Trigger`, `SubCommands`, …). */
export interface CommandRecord {
  trigger: string;
  team_id: string;
  auto_complete: boolean;
  auto_complete_desc: string;
  auto_complete_hint: string;
  display_name: string;
  description: string;
  autocomplete_data?: unknown;
}

/** A slash command of a team whose requests go to an address over HTTP (`Command` of @mattermost/types). */
export interface SlashCommandRecord {
  id: string;
  /** Proves to the address that a request is Mattermost's. */
  token: string;
  create_at: number;
  update_at: number;
  delete_at: number;
  creator_id: string;
  team_id: string;
  trigger: string;
  method: 'P' | 'G';
  username: string;
  icon_url: string;
  auto_complete: boolean;
  auto_complete_desc: string;
  auto_complete_hint: string;
  display_name: string;
  description: string;
  url: string;
}

/** A call of the REST API; `status` 0: it got no answer, or none yet. */
export interface RestCallRecord {
  readonly method: string;
  /** As the tables in `rest/` write it, such as `/posts/:post_id`. */
  readonly path: string;
  status: number;
}

/** An entry of the audit log, as Mattermost writes it in JSON, without what no plugin of ours says. */
export interface AuditRecord {
  event_name: string;
  status: string;
  event: {parameters: Readonly<Record<string, unknown>>; object_type: string};
  actor: {user_id: string};
  meta: Readonly<Record<string, unknown>>;
}

/** A line of the server log that comes from the plugin. */
export interface LogRecord {
  level: 'debug' | 'info' | 'warn' | 'error';
  message: string;
  fields: Readonly<Record<string, unknown>>;
}

/** A row of the plugin's key-value store. `expiresAt` 0: never. */
export interface RowRecord {
  value: Uint8Array;
  expiresAt: number;
}

export type PluginSettings = Readonly<Record<string, unknown>>;
/** Sections of the server's config, such as `{ServiceSettings: {SiteURL: '…'}}`. */
export type ServerConfig = Readonly<Record<string, Readonly<Record<string, unknown>>>>;
