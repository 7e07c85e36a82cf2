import type {CommandArgs, CommandResponse} from '../../server/protocol/models/command.js';
import {createApi} from './api.js';
import {storedRows} from './api/key-value.js';
import {deletePost} from './api/posts.js';
import type {Change} from './change.js';
import {createCommandLine, type TypedCommand} from './commands.js';
import {createConfiguring, defaultConfig, type Configuring} from './configuring.js';
import {createFaults, type Faults} from './faults.js';
import {readManifest} from './manifest.js';
import {launchProcess} from './plugin-process.js';
import {createPluginRoutes, requestInside, type TimedResponse} from './plugin-routes.js';
import type {PluginRequest} from './plugin-request.js';
import {createPluginFiles} from './rest/plugin-files.js';
import {createPressing, type Press, type PressOutcome} from './post-actions.js';
import {commandRoutes} from './rest/command-routes.js';
import {configRoutes} from './rest/config-routes.js';
import {createRest} from './rest/create-rest.js';
import {createFrontDesk, type Page} from './rest/front-desk.js';
import {peopleRoutes} from './rest/people-routes.js';
import {postRoutes} from './rest/post-routes.js';
import {preferenceRoutes} from './rest/preference-routes.js';
import {serveEvents} from './rest/serve-events.js';
import {seed, type Seed} from './seed.js';
import {createSessions} from './sessions.js';
import {openSite} from './site.js';
import {createState, noteLog, type State} from './state.js';
import {createSupervisor, type Supervisor} from './supervisor.js';

/**
 * A small Mattermost: it launches the real plugin, carries out its API calls in memory, serves its routes on a
 * port of this machine, and does for a person what the real one does.
 */
export interface Mattermost
  extends Configuring, Pick<Supervisor, 'activate' | 'deactivate' | 'checkHealth' | 'supportData'> {
  /** Its own address, also `ServiceSettings.SiteURL`; the plugin answers below `<siteUrl>/plugins/<pluginId>/`. */
  readonly siteUrl: string;
  readonly pluginId: string;
  /** Everything that is stored; look, but change it by the functions here. */
  readonly state: State;
  readonly faults: Faults;

  seed(records: Seed): void;
  /** The plugin's key-value rows that have not expired. */
  rows(): ReadonlyMap<string, Buffer>;
  deletePost(id: string): void;

  /** What a person sends in a channel that begins with a slash. `undefined`: there is no such command. */
  typeCommand(command: TypedCommand): Promise<CommandResponse | undefined>;
  /** Calls the ExecuteCommand hook. */
  executeCommand(args: CommandArgs): Promise<CommandResponse>;
  /** What a person does with a button of a post, ephemeral or not. */
  pressButton(press: Press): Promise<PressOutcome>;
  /** The headers that make a request over HTTP that of a signed-in user. */
  sessionOf(userId: string): {Authorization: string};
  /** A request to the plugin without TCP in between. */
  request(request: PluginRequest): Promise<TimedResponse>;

  pluginPid(): number | undefined;
  /** SIGKILL; resolves when the process is gone. */
  killPlugin(): Promise<void>;
  /** Is told of everything that happens. Returns how to stop listening. */
  onChange(listener: (change: Change) => void): () => void;
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
  const {changes} = state;
  const caller = {
    kill: async () => supervisor.process()?.kill(),
    gone: async () => supervisor.process()?.gone,
  };
  const faults = createFaults(caller, () => changes.tell({kind: 'api-call'}));
  const saved = (): void => void supervisor.configurationChanged();
  const api = createApi(state, {manifest, bundlePath: pluginDir, saved});
  const launch = () =>
    launchProcess({
      pluginDir,
      manifest,
      env,
      api,
      around: faults.around,
      log: (line) => noteLog(state, line),
    });
  const supervisor = createSupervisor({launch, changes, now});
  const sessions = createSessions(state);
  const servePlugin = createPluginRoutes(manifest.id, supervisor, sessions);
  const typeCommand = createCommandLine(state, (args) => supervisor.executeCommand(args));
  const pressButton = createPressing(state, sessions, servePlugin);
  const configuring = createConfiguring(state, supervisor);
  let address = '';
  const rest = createRest(state, [
    ...peopleRoutes(state),
    ...postRoutes(state, pressButton),
    ...commandRoutes(state, typeCommand),
    ...preferenceRoutes(state),
    ...configRoutes(state, {manifest, configuring, siteUrl: () => address}),
  ]);
  const pluginFile = createPluginFiles(pluginDir, manifest.id);
  const host = (): string => address.replace('http://', '');
  const site = await openSite(
    servePlugin,
    createFrontDesk({state, sessions, rest, page, pluginFile, host}),
    port,
  );
  address = site.url;
  const endEvents = serveEvents(site.server, state, sessions, manifest.id);
  state.serverConfig = defaultConfig(site.url);

  return {
    ...supervisor,
    ...configuring,
    siteUrl: site.url,
    pluginId: manifest.id,
    state,
    faults,
    typeCommand,
    pressButton,
    sessionOf: (userId) => sessions.headersOf(userId),
    request: (request) => requestInside(servePlugin, request),
    seed: (records) => seed(state, records),
    rows: () => storedRows(state),
    deletePost: (id) => deletePost(state, id),
    pluginPid: () => supervisor.process()?.pid,
    killPlugin: caller.kill,
    onChange: (listener) => changes.listen(listener),
    async close() {
      faults.lift();
      await supervisor.deactivate();
      endEvents();
      await site.close();
    },
  };
}
