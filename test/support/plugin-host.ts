import type {AuditRecord} from '../../sandbox/mattermost/records.js';
import type {Capabilities} from '../../server/core/domain/capabilities.js';

/**
 * What a Mattermost server is to a plugin, seen from a test: it installs one plugin directory, launches its
 * process, calls its hooks, answers its API calls from memory and lets the test look at the result.
 *
 * Two hosts implement it, so that one suite runs on both: Mattermost's official Go module (test/wire/host) and
 * the TypeScript host of the sandbox. Entities (users, channels, posts) have the form of Mattermost's REST API:
 * snake_case, times in milliseconds since 1970.
 */
export interface PluginHost {
  /** The server's own address, also `ServiceSettings.SiteURL`. Plugins answer below `<siteUrl>/plugins/<id>/`. */
  readonly siteUrl: string;
  /** Where the product's own routes begin, as Zoom finds them. */
  readonly routesUrl: string;
  readonly capabilities: Capabilities;
  readonly pluginId: string;

  /** Adds records; one that is known already (same id) is changed in the given fields only. */
  seed(records: Seed): Promise<void>;
  /** Sets fields of the server's config (`GetConfig`), section by section, and fires OnConfigurationChange. */
  setServerConfig(patch: ServerConfig): Promise<void>;
  /** Replaces the plugin's settings, by their names in lower case as the System Console saves them, and fires
   * OnConfigurationChange. Resolves when the hook has returned. The plugin reads them with plugin.json's defaults. */
  setPluginConfig(settings: PluginConfig): Promise<void>;
  /** The settings as stored: what the test or the plugin (SavePluginConfig) saved last. */
  pluginConfig(): Promise<PluginConfig>;

  /** Launches the process and calls OnActivate. Rejects with the plugin's own error. */
  activate(): Promise<Elapsed>;
  /** Calls OnDeactivate, sends Control.Quit, kills what is left after 2 s. */
  deactivate(): Promise<Elapsed>;
  /** One pass of Mattermost's health check job, which runs every 30 s there: a dead plugin is restarted. */
  checkHealth(): Promise<Health>;
  /** What an administrator does with somebody's account. A plugin has been told when it resolves, a service not yet. */
  deactivateUser(id: string): Promise<void>;
  /** What a person writes in the client. A plugin may hear of it a moment later. */
  writePost(post: {channel_id: string; user_id: string; message: string; root_id?: string}): Promise<void>;
  /** SIGKILL to the plugin process; resolves when it is gone. */
  killPlugin(): Promise<void>;
  /** The process id, undefined while no process runs. */
  pluginPid(): Promise<number | undefined>;

  /**
   * Runs the ExecuteCommand hook, as for a command that Mattermost has let through. Rejects with `HostAppError`
   * when the plugin answers an AppError.
   */
  executeCommand(args: CommandArgs): Promise<CommandResponse>;
  /** The files that the GenerateSupportData hook gives to a support packet. Rejects with the plugin's own error. */
  supportData(): Promise<readonly SupportFile[]>;
  /** What Prometheus is answered: by Mattermost for a plugin (ServeMetrics), by the service itself. */
  metrics(): Promise<string>;
  /** One request over TCP through the server to the plugin's ServeHTTP. */
  http(request: HttpRequest): Promise<HttpResponse>;
  /** `Set-Cookie` headers of a browser in which the user is signed in; none where the product knows no sessions. */
  browserSession(userId: string): readonly string[];
  /** All requests at the same moment, without TCP between test and hook; answers in the order of requests. */
  burst(requests: readonly HttpRequest[]): Promise<readonly BurstAnswer[]>;

  /** All posts ever created, deleted ones too, oldest first. */
  posts(channelId?: string): Promise<readonly HostPost[]>;
  /** Everything uploaded. */
  files(): Promise<readonly HostFile[]>;
  ephemeralPosts(): Promise<readonly EphemeralPost[]>;
  /** What a person does in the client: the post stays, with `delete_at`. */
  deletePost(id: string): Promise<void>;
  /** The plugin's key-value rows that have not expired. */
  kv(): Promise<ReadonlyMap<string, Buffer>>;
  bots(): Promise<readonly HostBot[]>;
  commands(): Promise<readonly RegisteredCommand[]>;
  webSocketEvents(): Promise<readonly WebSocketEvent[]>;
  /** Mattermost's audit log, as far as the plugin wrote it; a service writes none. */
  audits(): Promise<readonly AuditRecord[]>;
  /** The server log of this plugin: its stderr lines and its Log* calls, oldest first. */
  logs(): Promise<readonly LogEntry[]>;

  /** Plugin API calls since the start or the last reset, by method name. */
  calls(): Promise<Readonly<Record<string, number>>>;
  resetCalls(): Promise<void>;
  /** Makes calls of `method` (`*` for every method) fail, `skip` of them excepted, `times` of them (default: all). */
  fault(method: string, fault: Fault, count?: {skip?: number; times?: number}): Promise<void>;
  /** Ends all faults; hanging calls go on. */
  liftFaults(): Promise<void>;

  /** Calls the listener after anything above may have changed (bunched). Returns how to stop it. */
  onChange(listener: () => void): () => void;
  /** Deactivates the plugin and ends the host. May be called twice. */
  close(): Promise<void>;
}

/** Installs the plugin directory (the one that holds plugin.json) on a new host; does not activate it. */
export type StartPluginHost = (options: PluginHostOptions) => Promise<PluginHost>;

export interface PluginHostOptions {
  pluginDir: string;
  /** Roles of the bot of a service; default: a system administrator's. */
  botRoles?: string;
  /** Added to the environment that the plugin process inherits. */
  env?: Readonly<Record<string, string>>;
}

export interface Seed {
  users?: readonly HostUser[];
  channels?: readonly HostChannel[];
  members?: readonly HostMember[];
  posts?: readonly (Partial<HostPost> & {channel_id: string; user_id: string})[];
  /** Where a host knows teams by themselves. */
  teams?: readonly {id: string}[];
  teamMembers?: readonly {team_id: string; user_id: string; scheme_admin?: boolean; left?: boolean}[];
  /** Rows that an earlier version of the plugin left. */
  kv?: Readonly<Record<string, string>>;
}

/** What is not given is an active, ordinary user (`roles: 'system_user'`) with a verified e-mail of their name. */
export interface HostUser {
  id: string;
  username?: string;
  email?: string;
  email_verified?: boolean;
  auth_service?: string;
  first_name?: string;
  last_name?: string;
  nickname?: string;
  /** Separated by blanks. `system_admin` has every permission everywhere, as in Mattermost. */
  roles?: string;
  locale?: string;
  is_bot?: boolean;
  remote_id?: string;
  delete_at?: number;
}

/** What is not given is an open channel (`type: 'O'`) that is not archived. */
interface HostChannel {
  id: string;
  team_id?: string;
  type?: 'O' | 'P' | 'D' | 'G';
  name?: string;
  display_name?: string;
  /** Not 0: archived. */
  delete_at?: number;
}

interface HostMember {
  channel_id: string;
  user_id: string;
  scheme_guest?: boolean;
  scheme_admin?: boolean;
  /** What the member may do there; default `read_channel` and `create_post`. */
  permissions?: readonly string[];
  /** True: the user has left the channel. */
  left?: boolean;
}

export interface HostPost {
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
  has_reactions?: boolean;
  file_ids?: string[];
}

export interface HostFile {
  id: string;
  name: string;
  channel_id: string;
  /** '': no post has it. */
  post_id: string;
  bytes: Buffer;
}

export interface EphemeralPost {
  userId: string;
  post: HostPost;
}

export interface HostBot {
  user_id: string;
  username: string;
  display_name: string;
  description: string;
  /** Bytes that SetProfileImage gave, 0 without. */
  imageBytes: number;
}

export interface RegisteredCommand {
  trigger: string;
  team_id: string;
  auto_complete: boolean;
  auto_complete_desc: string;
  auto_complete_hint: string;
  display_name: string;
  description: string;
  /** The autocomplete tree in Mattermost's own JSON (`Trigger`, `SubCommands`, …). */
  autocomplete_data?: unknown;
  /** Of a team's command. */
  token?: string;
}

export interface WebSocketEvent {
  /** As the plugin named it: Mattermost sends `custom_<pluginId>_<event>`. */
  event: string;
  payload: Record<string, unknown>;
  broadcast: {user_id: string; channel_id: string; team_id: string};
}

/** Sections of Mattermost's config, such as `{ServiceSettings: {SiteURL: '…'}}`. */
export type ServerConfig = Readonly<Record<string, Readonly<Record<string, unknown>>>>;
export type PluginConfig = Readonly<Record<string, unknown>>;

export interface Elapsed {
  /** Measured inside the host. */
  milliseconds: number;
}

export interface Health {
  healthy: boolean;
  /** The plugin runs after this pass. */
  running: boolean;
}

export interface CommandArgs {
  userId: string;
  channelId: string;
  /** The whole line, from the slash. */
  command: string;
  teamId?: string;
  rootId?: string;
  triggerId?: string;
  /** Default: the host's own. */
  siteUrl?: string;
  /** Of the client that it is typed in; default: none. */
  userAgent?: string;
  /** Another plugin runs it for the person: there is no session, and Mattermost has checked nothing. */
  byPlugin?: boolean;
}

export interface CommandResponse {
  responseType: string;
  text: string;
  gotoLocation: string;
  username: string;
  channelId: string;
  props: Record<string, unknown>;
  attachments: unknown[];
}

export interface SupportFile {
  name: string;
  text: string;
}

export interface HttpRequest {
  method?: string;
  /** Below `/plugins/<id>`, with the query: `/webhook?secret=…`. */
  path: string;
  headers?: Readonly<Record<string, string>>;
  body?: string | Uint8Array;
  /** The signed-in user: the server sets `Mattermost-User-Id` itself and drops the one a client sent. */
  userId?: string;
}

export interface HttpResponse {
  status: number;
  headers: Headers;
  body: Buffer;
}

export interface BurstAnswer extends HttpResponse {
  /** From the call of the hook to its end. */
  microseconds: number;
}

export interface LogEntry {
  level: 'debug' | 'info' | 'warn' | 'error';
  message: string;
  fields: Record<string, unknown>;
}

/**
 * - `refuse`: the call is not carried out; the plugin gets an AppError of this HTTP status (a plain error or a
 *   zero value where the method has no AppError).
 * - `hang`: the call waits until the faults are lifted, and is then carried out.
 * - `kill`: SIGKILL to the plugin, before the call is carried out or after it, in both cases unanswered.
 */
export type Fault =
  | {kind: 'refuse'; status: number}
  | {kind: 'hang'}
  /** Carried out, `ms` milliseconds late. */
  | {kind: 'slow'; ms: number}
  | {kind: 'kill'; moment: 'before' | 'after'};
