import {request as httpRequest} from 'node:http';
import {request as httpsRequest} from 'node:https';
import {isIP} from 'node:net';
import type {Duplex} from 'node:stream';
import {proxyName, type ProxyAddress} from '../core/domain/proxy-address.js';
import {isCertificateCode} from './certificate-codes.js';
import {ProxyError, refusedByProxy} from './proxy-error.js';
import {trustSystem} from './trust-system.js';

/** A caller gives up sooner; then nobody else would close the connection. */
const LIMIT_MS = 10_000;

/**
 * A connection through a proxy (CONNECT). What is sent over it is for the target alone.
 *
 * @param target - `host:port`; the proxy resolves the name
 * @throws ProxyError
 */
export function openTunnel(proxy: ProxyAddress, target: string): Promise<Duplex> {
  const {isSecure, host, port, authorization} = proxy;
  if (isSecure) trustSystem();
  const send = isSecure ? httpsRequest : httpRequest;
  const request = send({
    method: 'CONNECT',
    host,
    port,
    // Otherwise its certificate would have to be that of the target, which stands in the header.
    ...(isSecure && {servername: isIP(host) === 0 ? host : ''}),
    path: target,
    agent: false,
    timeout: LIMIT_MS,
    headers: {
      Host: target,
      'User-Agent': 'zoom-for-mattermost',
      ...(authorization !== undefined && {'Proxy-Authorization': authorization.reveal()}),
    },
  });
  return new Promise((resolve, reject) => {
    request.once('connect', ({statusCode = 0}, socket, head) => {
      if (statusCode < 200 || statusCode >= 300) {
        socket.destroy();
        reject(refusedByProxy(proxy, statusCode));
        return;
      }
      socket.setTimeout(0);
      if (head.length > 0) socket.unshift(head);
      resolve(socket);
    });
    request.once('timeout', () => request.destroy(Object.assign(new Error('timeout'), {code: 'ETIMEDOUT'})));
    request.once('error', ({code}: NodeJS.ErrnoException) => {
      const fault = isCertificateCode(code ?? '') ? 'certificate' : 'unreachable';
      reject(new ProxyError(fault, proxyName(proxy), {...(code !== undefined && {code})}));
    });
    request.end();
  });
}
