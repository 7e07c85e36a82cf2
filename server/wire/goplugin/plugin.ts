import {tmpdir} from 'node:os';
import type {Writable} from 'node:stream';
import type {Clock} from '../../lib/clock.js';
import {acceptOne} from './accept-one.js';
import {formatHandshake, type Cookie} from './handshake.js';
import {serveConnection, type ConnectionEnd, type Dispense} from './serve-connection.js';

export interface PluginOptions {
  /** What the host sets to show that it is one. */
  readonly cookie: Cookie;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Takes the handshake. Nothing else may ever be written there. */
  readonly stdout: Writable;
  /** Tells a person who starts the plugin by hand that this is no way to use it. */
  readonly stderr: Writable;
  readonly dispense: Dispense;
  readonly clock?: Clock;
}

/** `not-launched`: a person started it, and the process should end with another code than 0. */
export type PluginEnd = ConnectionEnd | 'not-launched';

/**
 * Runs this process as a go-plugin plugin, on a unix socket. Resolves when the process should end, which it should do
 * at once: the host kills it 2 s after it has asked. Rejects with {@link GoPluginError} if no host can reach it.
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
