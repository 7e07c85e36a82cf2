import {BlockList, isIP} from 'node:net';
import {type ProxyAddress, readProxyAddress} from '../core/domain/proxy-address.js';
import {ProxyError} from './proxy-error.js';

/** Where a connection shall lead. */
export interface Target {
  readonly isSecure: boolean;
  /** As in a URL: IPv6 with or without brackets. */
  readonly host: string;
  readonly port: number;
}

/** Where a request for an address leads. */
export function targetOf(address: string): Target {
  const {protocol, hostname, port} = new URL(address);
  const isSecure = protocol === 'https:' || protocol === 'wss:';
  return {isSecure, host: hostname, port: Number(port) || (isSecure ? 443 : 80)};
}

/**
 * The proxy that a connection goes through; `undefined`: none.
 * @throws ProxyError `address`: what is configured is no address of a proxy
 */
export type FindProxy = (target: Target) => ProxyAddress | undefined;

/** No proxy could lead back to this machine. */
const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The rules of curl and Go: HTTPS_PROXY or HTTP_PROXY by the scheme of the address, else ALL_PROXY, in capitals or not;
 * NO_PROXY lists where to do without. This machine is never asked for through a proxy.
 *
 * @see https://pkg.go.dev/golang.org/x/net/http/httpproxy#Config
 */
export const proxyOfEnvironment =
  (env: Environment): FindProxy =>
  (target) => {
    const names = target.isSecure ? ['HTTPS_PROXY', 'ALL_PROXY'] : ['HTTP_PROXY', 'ALL_PROXY'];
    const found = names
      .flatMap((name) => [name, name.toLowerCase()])
      .find((name) => valueOf(env, name) !== '');
    const host = plainHost(target.host);
    if (found === undefined || isThisMachine(host) || isExcepted(env, {...target, host})) return undefined;
    const proxy = readProxyAddress(valueOf(env, found));
    if (proxy === undefined) throw new ProxyError('address', found);
    return proxy;
  };

const valueOf = (env: Environment, name: string): string => env[name]?.trim() ?? '';

const plainHost = (host: string): string => host.toLowerCase().replace(/^\[|\]$|\.$/g, '');

const isThisMachine = (host: string): boolean => host === 'localhost' || isIn(loopback, host);

function isExcepted(env: Environment, target: Target): boolean {
  const list = valueOf(env, 'NO_PROXY') || valueOf(env, 'no_proxy');
  return list.split(/[\s,]+/).some((entry) => entry !== '' && fits(entry.toLowerCase(), target));
}

/** `*`, a network (`10.0.0.0/8`), or a host, a domain or an address, with a port or without. */
function fits(entry: string, {host, port}: Target): boolean {
  if (entry === '*') return true;
  const [network = '', prefix] = entry.split('/');
  if (prefix !== undefined) return isInNetwork(network, Number(prefix), host);
  if (isIP(entry) !== 0) return entry === host;
  const [, name = '', written] = /^(.*?)(?::(\d+))?$/.exec(entry) ?? [];
  if (written !== undefined && Number(written) !== port) return false;
  // A name stands for all below it, and begins with a dot or `*.` where it does not stand for itself.
  const domain = plainHost(name).replace(/^\*?\./, '');
  return isIP(host) !== 0 ? plainHost(name) === host : matches(domain, host, /^\*?\./.test(name));
}

const matches = (domain: string, host: string, isBelowOnly: boolean): boolean =>
  host.endsWith(`.${domain}`) || (host === domain && !isBelowOnly);

function isInNetwork(network: string, prefix: number, host: string): boolean {
  const family = isIP(network);
  if (family === 0 || !Number.isInteger(prefix) || prefix < 0 || prefix > (family === 4 ? 32 : 128))
    return false;
  const list = new BlockList();
  list.addSubnet(network, prefix, family === 4 ? 'ipv4' : 'ipv6');
  return isIn(list, host);
}

function isIn(list: BlockList, host: string): boolean {
  const family = isIP(host);
  return family !== 0 && list.check(host, family === 4 ? 'ipv4' : 'ipv6');
}
