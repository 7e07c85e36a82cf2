import {join} from 'node:path';
import {createApiServer, type ApiFunctions, type AroundCall} from '../../server/protocol/host/api-server.js';
import {createHooksClient, type PluginHooks} from '../../server/protocol/host/hooks-client.js';
import {hooksService, mattermostCookie} from '../../server/protocol/handshake.js';
import type {Post} from '../../server/protocol/models/post.js';
import type {User} from '../../server/protocol/models/user.js';
import {registeredTypes} from '../../server/protocol/registered-types.js';
import {launchPlugin, type LaunchedPlugin} from '../../server/wire/goplugin/host.js';
import type {LogLine} from '../../server/wire/goplugin/log-line.js';
import {createRpcClient} from '../../server/wire/netrpc/client.js';
import {serveRpc} from '../../server/wire/netrpc/server.js';
import {systemClock} from '../../server/lib/system-clock.js';
import {withDeadline} from '../../server/lib/deadline.js';
import type {Manifest} from './manifest.js';

/** The process of the plugin, from its launch on. */
export interface PluginProcess {
  readonly hooks: PluginHooks;
  readonly pid: number;
  /** Resolves when the process is gone. */
  readonly gone: Promise<void>;
  /** Calls OnActivate. */
  activate(): Promise<void>;
  /** Calls OnDeactivate if the plugin has it, and waits at most 10 s for it. */
  deactivate(): Promise<void>;
  /** Calls OnConfigurationChange if the plugin has it. */
  configurationChanged(): Promise<void>;
  /** Calls UserHasBeenDeactivated if the plugin has it. */
  userDeactivated(user: User): Promise<void>;
  /** Calls MessageHasBeenPosted if the plugin has it. */
  messagePosted(post: Post): Promise<void>;
  isHealthy(): Promise<boolean>;
  /** Control.Quit, and SIGKILL after 2 s. */
  quit(): Promise<void>;
  /** SIGKILL; resolves when the process is gone. */
  kill(): Promise<void>;
}

export interface LaunchParts {
  readonly pluginDir: string;
  readonly manifest: Manifest;
  readonly env: Readonly<Record<string, string>>;
  readonly api: ApiFunctions;
  readonly around: AroundCall;
  /** Gets every line of the process's stderr. */
  readonly log: (line: LogLine) => void;
}

const deactivateMs = 10_000;
const named = registeredTypes;

/** Starts the process and asks for its hooks; nothing is activated yet. */
export async function launchProcess(parts: LaunchParts): Promise<PluginProcess> {
  const launched = await launchPlugin({
    command: join(parts.pluginDir, parts.manifest.executable),
    cookie: mattermostCookie,
    env: {...process.env, ...parts.env},
    onLog: parts.log,
  });
  try {
    const stream = await launched.dispense(hooksService);
    const hooks = createHooksClient(createRpcClient(stream, {named}), launched.broker);
    return processOf(parts, launched, hooks, await hooks.implemented());
  } catch (error) {
    await launched.kill();
    throw error;
  }
}

function processOf(
  {api, around}: LaunchParts,
  launched: LaunchedPlugin,
  hooks: PluginHooks,
  implemented: ReadonlySet<string>,
): PluginProcess {
  const {broker} = launched;
  const apiServer = createApiServer(api, around);

  /** The plugin dials the database too, and then leaves it alone. */
  const offer = (serve?: typeof apiServer): number => {
    const id = broker.nextId();
    broker.accept(id).then(
      (stream) => serve && serveRpc(stream, serve, {named}),
      () => undefined,
    );
    return id;
  };

  return {
    hooks,
    pid: launched.pid,
    gone: launched.exited.then(() => undefined),
    activate: () => hooks.activate(offer(apiServer), offer()),
    async deactivate() {
      if (!implemented.has('OnDeactivate')) return;
      const called = hooks.deactivate().catch(() => undefined);
      await withDeadline(systemClock, deactivateMs, ({orLate}) => orLate(called, () => undefined));
    },
    async configurationChanged() {
      if (implemented.has('OnConfigurationChange')) await hooks.configurationChanged().catch(() => undefined);
    },
    async userDeactivated(user) {
      if (implemented.has('UserHasBeenDeactivated')) await hooks.userHasBeenDeactivated(user);
    },
    async messagePosted(post) {
      if (implemented.has('MessageHasBeenPosted')) await hooks.messageHasBeenPosted(post);
    },
    isHealthy: () =>
      launched.ping().then(
        () => true,
        () => false,
      ),
    quit: async () => void (await launched.stop()),
    kill: async () => void (await launched.kill()),
  };
}
