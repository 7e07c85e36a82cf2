import {SecretText} from './secret-text.js';

/** A proxy that opens a tunnel for anybody who asks by CONNECT. */
export interface ProxyAddress {
  /** The way to the proxy itself is https. */
  readonly isSecure: boolean;
  /** A name or an address, IPv6 without brackets. */
  readonly host: string;
  readonly port: number;
  /** `Basic …`; `undefined`: the address names nobody. */
  readonly authorization: SecretText | undefined;
}

const SCHEME = /^([a-z][a-z\d+.-]*):\/\//i;

/** All up to the last `@` is name and password, in which people also write what they should have encoded. */
const AUTHORITY = /^(?:(.*)@)?(\[[\da-f:.]+\]|[^\s@:/?#[\]\\]+)(?::(\d{1,5}))?\/?$/is;

const HIGHEST_PORT = 65_535;

/**
 * Reads an address as curl and Go do: without a scheme it is http, and name and password are percent-encoded.
 * `undefined`: it is none, or of another kind, such as SOCKS.
 */
export function readProxyAddress(typed: string): ProxyAddress | undefined {
  const text = typed.trim();
  const scheme = (SCHEME.exec(text)?.[1] ?? 'http').toLowerCase();
  const [, user, host = '', written] = AUTHORITY.exec(text.replace(SCHEME, '')) ?? [];
  const isSecure = scheme === 'https';
  const port = Number(written ?? (isSecure ? 443 : 80));
  if ((scheme !== 'http' && !isSecure) || host === '' || port < 1 || port > HIGHEST_PORT) return undefined;
  return {
    isSecure,
    host: host.replace(/^\[|\]$/g, '').toLowerCase(),
    port,
    authorization: user === undefined ? undefined : basic(user.includes(':') ? user : `${user}:`),
  };
}

/** What people may read of it: neither name nor password. */
export const proxyName = ({host, port}: Pick<ProxyAddress, 'host' | 'port'>): string =>
  `${host.includes(':') ? `[${host}]` : host}:${port}`;

/** Any byte may be meant, so nothing is taken for UTF-8 here. What is not encoded rightly stays as it is. */
function basic(credentials: string): SecretText {
  const bytes = Buffer.from(credentials)
    .toString('latin1')
    .replace(/%([\da-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return new SecretText(`Basic ${Buffer.from(bytes, 'latin1').toString('base64')}`);
}
