import type {CommandArgs, CommandResponse} from '../../server/protocol/models/command.js';
import type {Context} from '../../server/protocol/models/context.js';
import {storedRows} from './api/key-value.js';
import {toPost} from './api/posts.js';
import {toUser} from './api/people.js';
import type {ChatServer} from './chat-server.js';
import {createConfiguring, type Configuring} from './configuring.js';
import {createSupervised} from './create-supervised.js';
import type {Faults} from './faults.js';
import {readManifest} from './manifest.js';
import {openChatServer} from './open-chat-server.js';
import {pluginCommands} from './plugin-commands.js';
import {createPluginRoutes, requestInside, type TimedResponse} from './plugin-routes.js';
import type {PluginRequest} from './plugin-request.js';
import type {UserRecord} from './records.js';
import type {Page} from './rest/page.js';
import {pluginConfigRoutes} from './rest/plugin-config-routes.js';
import {createPluginFiles} from './rest/plugin-files.js';
import {createSessions} from './sessions.js';
import {createState} from './state.js';
import type {Supervisor} from './supervisor.js';

/**
 * A small Mattermost: it launches the real plugin, carries out its API calls in memory, serves its routes on a
 * port of this machine, and does for a person what the real one does.
 */
export interface Mattermost
  extends
    ChatServer,
    Configuring,
    Pick<Supervisor, 'activate' | 'deactivate' | 'checkHealth' | 'supportData' | 'metrics'> {
  /** The plugin answers below `<siteUrl>/plugins/<pluginId>/`. */
  readonly pluginId: string;
  /** Of the plugin API. */
  readonly faults: Faults;

  /** The plugin's key-value rows that have not expired. */
  rows(): ReadonlyMap<string, Buffer>;
  /** Calls the ExecuteCommand hook. */
  executeCommand(args: CommandArgs, context?: Context): Promise<CommandResponse>;
  /** A request to the plugin without TCP in between. */
  request(request: PluginRequest): Promise<TimedResponse>;

  pluginPid(): number | undefined;
  /** SIGKILL; resolves when the process is gone. */
  killPlugin(): Promise<void>;
  /** Deactivates the plugin and closes the server. May be called twice. */
  close(): Promise<void>;
}

export interface MattermostOptions {
  /** The folder that holds plugin.json. */
  readonly pluginDir: string;
  /** Added to the environment of the plugin's process. */
  readonly env?: Readonly<Record<string, string>>;
  /** Milliseconds since 1970; default: the machine's clock. */
  readonly now?: () => number;
  /** What a browser is shown; default: nothing. */
  readonly page?: Page;
  /** Default: a free one. */
  readonly port?: number;
}

/** Starts the server with the plugin installed, not yet activated. */
export async function createMattermost({
  pluginDir,
  env = {},
  now = Date.now,
  page = new Map(),
  port = 0,
}: MattermostOptions): Promise<Mattermost> {
  const manifest = await readManifest(pluginDir);
  const state = createState(now);
  const {supervisor, faults, kill} = createSupervised({state, manifest, pluginDir, env});
  const sessions = createSessions(state);
  const servePlugin = createPluginRoutes(manifest.id, supervisor, sessions);
  const configuring = createConfiguring(state, supervisor);
  const carried = {
    pluginId: manifest.id,
    servePlugin,
    commands: pluginCommands(state, (args, context) => supervisor.executeCommand(args, context)),
    userDeactivated: (user: UserRecord) => supervisor.userDeactivated(toUser(user)),
    routes: pluginConfigRoutes(state, {manifest, configuring}),
    file: createPluginFiles(pluginDir, manifest.id),
  };
  state.changes.listen((change) => {
    if (change.kind === 'post-created') supervisor.messagePosted(toPost(change.post));
  });
  const {closeSite, ...server} = await openChatServer({state, sessions, carried, page, port});

  return {
    ...supervisor,
    ...configuring,
    ...server,
    pluginId: manifest.id,
    faults,
    request: (request) => requestInside(servePlugin, request),
    rows: () => storedRows(state),
    pluginPid: () => supervisor.process()?.pid,
    killPlugin: kill,
    async close() {
      faults.lift();
      await supervisor.deactivate();
      await closeSite();
    },
  };
}
