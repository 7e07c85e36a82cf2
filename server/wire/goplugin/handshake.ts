import {GoPluginError} from './go-plugin-error.js';

/**
 * An environment variable and its value, by which a plugin knows that a host launched it and not a person.
 *
 * @example Mattermost's
 * ```ts
 * import type {Cookie} from './wire/goplugin/handshake.js';
 *
 * export const cookie: Cookie = {key: 'MATTERMOST_PLUGIN', value: 'Securely message teams, anywhere.'};
 * ```
 */
export interface Cookie {
  readonly key: string;
  readonly value: string;
}

export interface Handshake {
  readonly network: 'unix' | 'tcp';
  /** A path, or `host:port`. */
  readonly address: string;
}

const CORE_PROTOCOL = '1';
export const APP_PROTOCOL = '1';

/** The first line on a plugin's stdout: where it listens. No TLS certificate follows the last bar. */
export function formatHandshake({network, address}: Handshake): string {
  return `${CORE_PROTOCOL}|${APP_PROTOCOL}|${network}|${address}|netrpc|\n`;
}

/** Throws {@link GoPluginError} on anything but a plugin of these protocol versions. */
export function parseHandshake(line: string): Handshake {
  const [core, app, network, address = '', kind = 'netrpc'] = line.trim().split('|');
  if (core !== CORE_PROTOCOL || app !== APP_PROTOCOL || kind !== 'netrpc' || address === '')
    throw refused(line);
  if (network !== 'unix' && network !== 'tcp') throw refused(line);
  return {network, address};
}

function refused(line: string): GoPluginError {
  return new GoPluginError(
    'not-started',
    `not a handshake of this protocol: ${JSON.stringify(line.slice(0, 200))}`,
  );
}
