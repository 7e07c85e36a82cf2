import {ApiError} from '../../server/protocol/api-error.js';
import type {CommandArgs, CommandResponse} from '../../server/protocol/models/command.js';
import type {Context} from '../../server/protocol/models/context.js';
import type {FileData} from '../../server/protocol/models/file-data.js';
import type {Post} from '../../server/protocol/models/post.js';
import type {User} from '../../server/protocol/models/user.js';
import type {Changes} from './change.js';
import type {PluginProcess} from './plugin-process.js';
import {record} from './response-writers.js';

/** After this many crashes within an hour, Mattermost switches a plugin off. */
const deathsAllowed = 3;
const hourMs = 60 * 60 * 1000;

/** Keeps the plugin's process as Mattermost does. */
export interface Supervisor {
  /** The process that was activated. As on a real server, it may be dead until the next health check. */
  active(): PluginProcess | undefined;
  /** The process that runs, active or not. */
  process(): PluginProcess | undefined;
  /** Rejects with the plugin's own error. */
  activate(): Promise<void>;
  deactivate(): Promise<void>;
  /** One pass of the health check, which runs every 30 s on a real server: a dead plugin is restarted. */
  checkHealth(): Promise<{healthy: boolean; running: boolean}>;
  /** Tells the plugin, if it is active, that a configuration has changed. It logs its own errors. */
  configurationChanged(): Promise<void>;
  /** Tells the plugin, if it is active, whose account was deactivated. */
  userDeactivated(user: User): Promise<void>;
  /** Tells the plugin, if it is active, of a new post. Nobody waits for it. */
  messagePosted(post: Post): void;
  /** The plugin's files for a support packet. */
  supportData(): Promise<readonly FileData[]>;
  /** What the plugin shows on the server's listener for metrics. */
  metrics(): Promise<string>;
  /** Pings before and after, because a lost call looks like an empty answer. */
  executeCommand(args: CommandArgs, context?: Context): Promise<CommandResponse>;
}

export interface SupervisorParts {
  readonly launch: () => Promise<PluginProcess>;
  readonly changes: Changes;
  readonly now: () => number;
}

export function createSupervisor({launch, changes, now}: SupervisorParts): Supervisor {
  let started: PluginProcess | undefined;
  let active: PluginProcess | undefined;
  let living: PluginProcess | undefined;
  let deaths: number[] = [];

  const activate = async (): Promise<void> => {
    if (started !== undefined) throw new Error('the plugin is active already');
    const process = await launch();
    started = living = process;
    void process.gone.then(() => {
      if (living === process) living = undefined;
      changes.tell({kind: 'plugin', running: false});
    });
    try {
      await process.activate();
    } catch (error) {
      await stop(process);
      throw error;
    }
    active = process;
    changes.tell({kind: 'plugin', running: true});
  };

  const stop = async (process: PluginProcess): Promise<void> => {
    active = undefined;
    await process.quit();
    started = undefined;
  };

  const deactivate = async (): Promise<void> => {
    const process = started;
    if (process === undefined) return;
    await process.deactivate();
    await stop(process);
  };

  const restart = async (): Promise<void> => {
    deaths = [...deaths.filter((at) => now() - at <= hourMs), now()];
    await deactivate();
    if (deaths.length < deathsAllowed) await activate();
  };

  return {
    active: () => active,
    process: () => living,
    activate,
    deactivate,
    async checkHealth() {
      if (active === undefined) return {healthy: false, running: false};
      const healthy = await active.isHealthy();
      if (!healthy) await restart();
      return {healthy, running: active !== undefined};
    },
    async configurationChanged() {
      await active?.configurationChanged();
    },
    async userDeactivated(user) {
      await active?.userDeactivated(user);
    },
    messagePosted(post) {
      // A process that dies meanwhile has heard of it or not.
      active?.messagePosted(post).catch(() => undefined);
    },
    async supportData() {
      if (active === undefined) throw new Error('the plugin is not active');
      return active.hooks.generateSupportData();
    },
    async metrics() {
      if (active === undefined) throw new Error('the plugin is not active');
      const {response, writer} = record();
      await active.hooks.serveMetrics({...METRICS_REQUEST, writer});
      return Buffer.concat(response.writes).toString();
    },
    async executeCommand(args, context) {
      const process = active;
      if (process === undefined) throw new Error('the plugin is not active');
      if (!(await process.isHealthy())) throw crashed();
      const response = await process.hooks.executeCommand(args, context);
      if (!(await process.isHealthy())) throw crashed();
      return response;
    },
  };
}

/** As Mattermost passes it on. */
const METRICS_REQUEST = {
  request: {Method: 'GET', URL: Buffer.from('/metrics'), Proto: 'HTTP/1.1', ProtoMajor: 1, ProtoMinor: 1},
  body: undefined,
  context: {},
};

function crashed(): ApiError {
  return new ApiError('the plugin crashed', 500, 'model.plugin_command_crash.error.app_error');
}
