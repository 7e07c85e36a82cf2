import type {IncomingMessage} from 'node:http';
import {isIP} from 'node:net';
import {isPublicAddress} from '../core/domain/public-address.js';

/**
 * Who asks, as an address. A proxy stands on this machine or in a private network, and appends whom it was asked by to
 * `X-Forwarded-For`: what stands before that was written by the client. Nobody who comes from the internet itself is
 * believed.
 */
export function clientAddress({socket, headers}: Pick<IncomingMessage, 'socket' | 'headers'>): string {
  const peer = (socket.remoteAddress ?? '').replace(/^::ffff:(?=\d+\.)/i, '');
  const forwarded = String(headers['x-forwarded-for'] ?? '');
  const last = withoutPort(forwarded.split(',').at(-1)?.trim() ?? '');
  return isPublicAddress(peer) || isIP(last) === 0 ? peer : last;
}

/** Some proxies name the port of the client, too. */
const withoutPort = (address: string): string =>
  address.replace(/^\[(.*)\](?::\d+)?$/, '$1').replace(/^(\d+(?:\.\d+){3}):\d+$/, '$1');
