import {connect} from 'node:net';
import type {Clock} from '../../lib/clock.js';
import {systemClock} from '../../lib/system-clock.js';
import {withDeadline} from '../../lib/deadline.js';
import {connectPlugin, type PluginConnection} from './connect-plugin.js';
import {GoPluginError} from './go-plugin-error.js';
import {APP_PROTOCOL, parseHandshake, type Cookie, type Handshake} from './handshake.js';
import {parseLogLine, type LogLine} from './log-line.js';
import {startProcess, type PluginProcess, type ProcessExit} from './plugin-process.js';

export interface LaunchOptions {
  readonly command: string;
  readonly args?: readonly string[];
  readonly cookie: Cookie;
  /** What the plugin inherits; the variables of the protocol are added. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Takes the plugin's stderr. */
  readonly onLog: (line: LogLine) => void;
  readonly clock?: Clock;
}

/** A plugin that runs as a process of its own. */
export interface LaunchedPlugin extends Pick<
  PluginConnection,
  'broker' | 'dispense' | 'ping' | 'close' | 'closed'
> {
  readonly pid: number;
  readonly exited: Promise<ProcessExit>;
  /** Asks the process to end; kills it after 2 s, or at once if it does not answer. Resolves when it is gone. */
  stop(): Promise<ProcessExit>;
  /** SIGKILL; resolves when the process is gone. */
  kill(): Promise<ProcessExit>;
}

const START_MS = 3000;
const STOP_MS = 2000;

/**
 * Starts a plugin and connects to it, as go-plugin does. Rejects with {@link GoPluginError}, leaving nothing behind.
 */
export async function launchPlugin(options: LaunchOptions): Promise<LaunchedPlugin> {
  const {cookie, env, onLog, clock = systemClock} = options;
  const started = await startProcess({
    ...options,
    env: {...env, ...PROTOCOL_VARIABLES, [cookie.key]: cookie.value},
    onStderrLine: (line) => onLog(parseLogLine(line)),
  });
  try {
    const line = await withDeadline(clock, START_MS, ({orLate}) =>
      orLate<string | undefined>(started.firstLine, () => undefined),
    );
    if (line === undefined) throw new GoPluginError('too-late', 'timeout while waiting for plugin to start');
    const connection = connectPlugin(connect(addressOf(parseHandshake(line))), clock);
    return launched(started, connection, clock);
  } catch (error) {
    started.kill();
    await started.exited;
    throw error;
  }
}

const PROTOCOL_VARIABLES = {
  PLUGIN_PROTOCOL_VERSIONS: APP_PROTOCOL,
  PLUGIN_MIN_PORT: '10000',
  PLUGIN_MAX_PORT: '25000',
};

function addressOf({network, address}: Handshake): {path: string} | {host: string; port: number} {
  if (network === 'unix') return {path: address};
  const colon = address.lastIndexOf(':');
  return {host: address.slice(0, colon), port: Number(address.slice(colon + 1))};
}

function launched(started: PluginProcess, connection: PluginConnection, clock: Clock): LaunchedPlugin {
  const {pid, exited} = started;

  async function kill(): Promise<ProcessExit> {
    started.kill();
    return exited;
  }

  async function stop(): Promise<ProcessExit> {
    const [yes, no] = [() => true, () => false];
    const answered = connection.quit().then(yes, no);
    const gone = withDeadline(clock, STOP_MS, ({orLate}) => orLate(exited.then(yes), no));
    const inTime = (await Promise.race([gone, answered])) && (await gone);
    return inTime ? exited : kill();
  }

  return {...connection, pid, exited, stop, kill};
}
