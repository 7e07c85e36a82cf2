import {Agent as HttpAgent} from 'node:http';
import {Agent as HttpsAgent} from 'node:https';
import {Duplex} from 'node:stream';
import {type ProxyAddress, proxyName} from '../core/domain/proxy-address.js';
import type {FindProxy} from './find-proxy.js';
import {openTunnel} from './open-tunnel.js';
import {trustSystem} from './trust-system.js';

/** What makes the connections of requests: through a proxy where there is one. */
export interface Agents {
  httpAgent: HttpAgent;
  httpsAgent: HttpsAgent;
}

/** Shorter than any server keeps an idle connection, so that none is closed while a request is on its way. */
const IDLE_LIMIT_MS = 15_000;

type Connect = HttpAgent['createConnection'];

/** `authorities`: those that are trusted, in PEM; default: all that Node and the system know. */
export function createAgents({
  findProxy,
  keepAlive,
  authorities,
}: {
  findProxy: FindProxy;
  keepAlive: boolean;
  authorities?: readonly string[];
}): Agents {
  const connections = keepAlive ? {keepAlive, timeout: IDLE_LIMIT_MS} : {keepAlive};
  const httpAgent = new HttpAgent(connections);
  const httpsAgent = new HttpsAgent({
    ...connections,
    ...(authorities !== undefined && {ca: [...authorities]}),
  });
  httpAgent.createConnection = throughProxy(httpAgent.createConnection.bind(httpAgent), false, findProxy);
  const connectSecurely = throughProxy(httpsAgent.createConnection.bind(httpsAgent), true, findProxy);
  httpsAgent.createConnection = (options, done) => {
    if (authorities === undefined) trustSystem();
    return connectSecurely(options, done);
  };
  return {httpAgent, httpsAgent};
}

/** Makes the connection itself, or over a tunnel. TLS is spoken with the target in both cases. */
const throughProxy =
  (connect: Connect, isSecure: boolean, findProxy: FindProxy): Connect =>
  (options, done) => {
    const target = {
      isSecure,
      host: options.host ?? 'localhost',
      port: Number(options.port ?? (isSecure ? 443 : 80)),
    };
    const open = async (proxy: ProxyAddress): Promise<Duplex> => {
      const socket = await openTunnel(proxy, proxyName(target));
      return (isSecure && connect({...options, socket} as typeof options)) || socket;
    };
    const failed = (error: unknown): void => done?.(asError(error), new Duplex());
    try {
      const proxy = findProxy(target);
      if (proxy === undefined) return connect(options, done);
      open(proxy).then((socket) => done?.(null, socket), failed);
    } catch (error) {
      failed(error);
    }
    return undefined;
  };

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));
