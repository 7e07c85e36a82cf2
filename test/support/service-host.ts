import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {
  createMattermostForService,
  type MattermostForService,
} from '../../sandbox/mattermost/mattermost-for-service.js';
import {newId} from '../../sandbox/mattermost/state.js';
import type {RestFault} from '../../sandbox/mattermost/rest/rest-faults.js';
import {CAPABILITIES} from '../../server/core/domain/capabilities.js';
import {openStore} from '../../server/outbound/store/engines/open-store.js';
import type {Source, Store} from '../../server/outbound/store/engines/store.js';
import {systemClock} from '../../server/lib/system-clock.js';
import {freePort} from '../../sandbox/service/free-port.js';
import type {CommandArgs, CommandResponse, Fault, PluginHost, PluginHostOptions} from './plugin-host.js';
import {HostAppError} from './host-app-error.js';
import {createRecordingLogger} from './recording-logger.js';
import {openSource, readRows} from './read-rows.js';
import {requestPlugin} from './request-plugin.js';
import {breakStore} from './break-store.js';
import {forService, TEAM} from './for-service.js';
import {type CommandRun, runServiceCommand} from './run-service-command.js';
import {createRunningService} from './running-service.js';
import {type ServiceProcess, startService} from '../../sandbox/service/service-process.js';
import {ApiError} from '../../server/protocol/api-error.js';

/** What the methods of the plugin API are over REST. */
const ROUTES: Readonly<Record<string, string>> = {
  GetUser: 'GET /users/:user_id',
  GetUserByEmail: 'GET /users/email/:email',
  GetChannel: 'GET /channels/:channel_id',
  GetChannelMember: 'GET /channels/:channel_id/members/:user_id',
  CreatePost: 'POST /posts',
  UploadFile: 'POST /files',
  GetPost: 'GET /posts/:post_id',
  RegisterCommand: 'POST /commands',
  UpdatePost: 'PUT /posts/:post_id/patch',
  GetPostsSince: 'GET /channels/:channel_id/posts',
  GetDirectChannel: 'POST /channels/direct',
  '*': '*',
};

interface ServiceHostOptions {
  /** The built service. */
  script: string;
  /** A new, empty store's address. */
  newStore: (folder: string) => Promise<string>;
}

/** A service may have several processes. */
export interface ServiceHost extends PluginHost {
  /** What it runs beside. */
  readonly mattermost: MattermostForService;
  /** With which it is its bot. */
  readonly botToken: string;
  /** Where it keeps its records. */
  readonly storeAddress: string;
  /** What an administrator does to the command of the team, of which Mattermost tells nobody. */
  changeCommand(change: 'delete' | 'give a new token'): Promise<void>;
  /** Ended by the caller. */
  addNode(): Promise<ServiceProcess>;
  /** Runs a command of the service with its settings. */
  runCommand(...args: readonly string[]): Promise<CommandRun>;
  /** What is stored now; called, the answer puts just that back while the service is stopped. */
  backUp(): Promise<() => Promise<void>>;
}

export type StartServiceHost = (options: PluginHostOptions) => Promise<ServiceHost>;

/** A small Mattermost and the service beside it, behind the same face as a server with the plugin in it. */
export const startServiceHost =
  ({script, newStore}: ServiceHostOptions): StartServiceHost =>
  async ({env = {}, botRoles = 'system_user system_admin'}) => {
    const folder = await mkdtemp(join(tmpdir(), 'service-'));
    const address = await newStore(folder);
    const store = await openStore(address, {clock: systemClock, logger: createRecordingLogger()});
    const source = await openSource(address);
    const mattermost = await createMattermostForService();
    mattermost.seed({teams: [{id: TEAM}]});
    const bot = mattermost.addBot({username: 'zoom', roles: botRoles});
    mattermost.seed({teamMembers: [{team_id: TEAM, user_id: bot.userId, scheme_admin: true}]});
    const port = await freePort();
    const parts = {mattermost, store, source, address, publicUrl: `http://127.0.0.1:${port}`};
    const running = createRunningService({
      ...parts,
      settings: {
        MattermostURL: mattermost.siteUrl,
        MattermostToken: bot.token,
        ServiceURL: parts.publicUrl,
        Listen: `127.0.0.1:${port}`,
        Store: address,
        LogLevel: 'debug',
      },
      start: (settings, log) => startService({script, settings, env, log}),
    });
    return {
      siteUrl: mattermost.siteUrl,
      routesUrl: `${parts.publicUrl}/plugins/zoom`,
      pluginId: 'zoom',
      mattermost,
      botToken: bot.token,
      storeAddress: address,
      capabilities: CAPABILITIES.service,
      ...running.host,
      addNode: running.addNode,
      runCommand: (...args) => runServiceCommand({script, settings: running.settings(), args}),
      async backUp() {
        const rows = await readRows(source);
        return async () => {
          await running.host.deactivate();
          for (const {key} of await readRows(source)) await store.keyValue.delete(key);
          for (const {key, value} of rows) await store.keyValue.put(key, value);
          await running.host.activate();
        };
      },
      changeCommand: async (change) => {
        const {slashCommands} = mattermost.state;
        for (const command of slashCommands.values()) {
          if (change === 'delete') slashCommands.delete(command.id);
          else slashCommands.set(command.id, {...command, token: newId()});
        }
      },
      ...looking({...parts, kill: () => running.host.killPlugin()}),
      ...requesting(parts),
      onChange(listener) {
        const stop = mattermost.onChange(() => listener());
        const stopListening = running.onChange(listener);
        // The store of another process tells nobody of its changes.
        const looking = setInterval(listener, LOOK_AT_STORE_MS);
        return () => {
          stop();
          stopListening();
          clearInterval(looking);
        };
      },
      async close() {
        mattermost.faults.lift();
        await running.host.deactivate();
        await mattermost.close();
        await source.close();
        await store.close();
        await rm(folder, {recursive: true, force: true});
      },
    };
  };

const LOOK_AT_STORE_MS = 100;

interface Parts {
  mattermost: MattermostForService;
  store: Store;
  /** The same store, to look at. */
  source: Source;
  /** Of the store. */
  address: string;
  publicUrl: string;
}

type LookingHost = Pick<
  PluginHost,
  | 'seed'
  | 'deactivateUser'
  | 'writePost'
  | 'deletePost'
  | 'resetCalls'
  | 'fault'
  | 'liftFaults'
  | 'posts'
  | 'files'
  | 'ephemeralPosts'
  | 'kv'
  | 'bots'
  | 'commands'
  | 'webSocketEvents'
  | 'audits'
  | 'calls'
>;

function looking({
  mattermost,
  store,
  source,
  address,
  kill,
}: Parts & {kill: () => Promise<void>}): LookingHost {
  const {state, faults} = mattermost;
  let mend = async (): Promise<void> => undefined;
  return {
    async seed({kv = {}, ...records}) {
      mattermost.seed(forService(records));
      await Promise.all(Object.entries(kv).map(([key, value]) => store.keyValue.put(key, value)));
    },
    writePost: async (post) => void mattermost.writePost(post),
    deactivateUser: async (id) => mattermost.deactivateUser(id),
    deletePost: async (id) => mattermost.deletePost(id),
    resetCalls: async () => faults.resetCalls(),
    async fault(method, fault, count) {
      if (method.startsWith('KV')) {
        mend = await breakStore(address, method === 'KVGet' ? 'reads and writes' : 'writes');
        return;
      }
      const route = ROUTES[method];
      if (route === undefined) throw new Error(`A service makes no call ${method}`);
      faults.add(route, toRestFault(fault, kill), count);
    },
    async liftFaults() {
      faults.lift();
      await mend();
      mend = async () => undefined;
    },
    posts: async (channelId) =>
      [...state.posts.values()].filter((post) => channelId === undefined || post.channel_id === channelId),
    files: async () => [...state.files.values()].map((file) => ({...file, bytes: Buffer.from(file.bytes)})),
    ephemeralPosts: async () => [...state.ephemeral],
    async kv() {
      const rows = await readRows(source);
      return new Map(rows.map(({key, value}) => [key, Buffer.from(value)]));
    },
    bots: async () => [...state.bots.values()],
    commands: async () => [...state.slashCommands.values()],
    webSocketEvents: async () => [],
    audits: async () => [],
    calls: async () =>
      Object.fromEntries(
        Object.entries(ROUTES)
          .map(([method, route]) => [method, faults.count(route)] as const)
          .filter(([, count]) => count > 0),
      ),
  };
}

const toRestFault = (fault: Fault, kill: () => Promise<void>): RestFault =>
  fault.kind === 'kill' ? {kind: 'interrupt', moment: fault.moment, by: kill} : fault;

function requesting({
  mattermost,
  publicUrl,
}: Parts): Pick<PluginHost, 'executeCommand' | 'supportData' | 'http' | 'browserSession' | 'burst'> {
  // Nobody can tell a service who they are.
  const http: PluginHost['http'] = (request) =>
    requestPlugin(`${publicUrl}/plugins/zoom`, request, () => ({}));
  return {
    executeCommand: (args) => executeCommand(mattermost, args),
    supportData: async () => [],
    http,
    browserSession: () => [],
    burst: (requests) =>
      Promise.all(
        requests.map(async (request) => {
          const begin = performance.now();
          const answer = await http(request);
          return {...answer, microseconds: (performance.now() - begin) * 1000};
        }),
      ),
  };
}

async function executeCommand(
  mattermost: MattermostForService,
  {userId, channelId, rootId = '', command}: CommandArgs,
): Promise<CommandResponse> {
  const before = mattermost.state.ephemeral.length;
  try {
    const response = await mattermost.typeCommand({userId, channelId, rootId, text: command});
    if (response === undefined) throw new Error(`Nobody knows the command ${command}`);
    const shown = mattermost.state.ephemeral.slice(before).find((entry) => entry.userId === userId)?.post;
    return {
      responseType: response.ResponseType ?? '',
      text: response.Text ?? '',
      gotoLocation: response.GotoLocation ?? '',
      username: response.Username ?? '',
      channelId: response.ChannelId ?? '',
      props: {},
      attachments: (shown?.props['attachments'] ?? []) as unknown[],
    };
  } catch (error) {
    if (!(error instanceof ApiError) || error.status === undefined) throw error;
    throw new HostAppError(error.message, error.id, error.status, error.details);
  }
}
