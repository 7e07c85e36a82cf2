import {tmpdir} from 'node:os';
import type {Writable} from 'node:stream';
import type {Clock} from '../../lib/clock.js';
import {acceptOne} from './accept-one.js';
import {formatHandshake, type Cookie} from './handshake.js';
import {serveConnection, type ConnectionEnd, type Dispense} from './serve-connection.js';

/**
 * What a plugin takes from its process, and the services that it offers.
 *
 * @example
 * ```ts
 * import type {PluginOptions} from './wire/goplugin/plugin.js';
 * import {serveRpc} from './wire/netrpc/server.js';
 * import {gob} from './wire/gob/type.js';
 *
 * export const dispense: PluginOptions['dispense'] = () => ({
 *   greeter: (stream) =>
 *     void serveRpc(stream, (method) =>
 *       method === 'Greeter.Greet' ? {reply: gob.string, handle: async () => 'hello'} : undefined,
 *     ),
 * });
 * ```
 */
export interface PluginOptions {
  /** What the host sets to show that it is one. */
  readonly cookie: Cookie;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Takes the handshake. Nothing else may ever be written there. */
  readonly stdout: Writable;
  /** Tells a person who starts the plugin by hand that this is not how to use it. */
  readonly stderr: Writable;
  readonly dispense: Dispense;
  readonly clock?: Clock;
}

/** Why the process should end. `not-launched`: a person started it, so that its exit code should not be 0. */
export type PluginEnd = ConnectionEnd | 'not-launched';

/**
 * Runs this process as a plugin of a program that uses HashiCorp's go-plugin with net/rpc, on a unix socket. Resolves
 * when the process should end, and it should end at once: the host kills it 2 s after it has asked. Rejects with
 * {@link GoPluginError} if no host can reach it. For Mattermost there is `protocol/plugin/serve-plugin.ts` on top of
 * it.
 *
 * @example
 * ```ts
 * import {type PluginOptions, servePlugin} from './wire/goplugin/plugin.js';
 *
 * export async function run(dispense: PluginOptions['dispense']): Promise<void> {
 *   const {env, stdout, stderr} = process;
 *   const cookie = {key: 'BASIC_PLUGIN', value: 'hello'};
 *   const end = await servePlugin({cookie, env, stdout, stderr, dispense});
 *   process.exit(end === 'quit' ? 0 : 1);
 * }
 * ```
 */
export async function servePlugin(options: PluginOptions): Promise<PluginEnd> {
  const {cookie, env, stdout, stderr, dispense, clock} = options;
  if (env[cookie.key] !== cookie.value) {
    stderr.write('This program is a plugin. It is started by the server that it belongs to, not by hand.\n');
    return 'not-launched';
  }
  const announce = (address: string): void => void stdout.write(formatHandshake({network: 'unix', address}));
  const socket = await acceptOne(env.PLUGIN_UNIX_SOCKET_DIR || tmpdir(), announce, clock);
  return serveConnection(socket, dispense, clock);
}
