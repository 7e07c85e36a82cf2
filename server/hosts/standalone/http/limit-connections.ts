import type {IncomingMessage, Server, ServerResponse} from 'node:http';
import type {Socket} from 'node:net';
import {addressBlock} from '../../../lib/address-block.js';

export interface ConnectionLimits {
  perAddress: number;
  inAll: number;
}

/** Connections that count together. */
interface Group {
  all: Set<Socket>;
  /** Those without a request, the longest idle first. One whose request is still on its way is idle, too. */
  idle: Set<Socket>;
}

interface Connection {
  /** Of its address, and of everybody. */
  groups: readonly [own: Group, everybody: Group];
  requests: number;
}

const newGroup = (): Group => ({all: new Set(), idle: new Set()});

/**
 * Nobody's connections keep out those of others. Where there are too many, of one address or in all, the one that has
 * been idle longest makes room; where none is idle, the new one is not accepted.
 */
export function limitConnections(server: Server, {perAddress, inAll}: ConnectionLimits): void {
  const everybody = newGroup();
  const ofAddresses = new Map<string, Group>();
  const connections = new Map<Socket, Connection>();

  const forget = (socket: Socket): void => {
    for (const {all, idle} of connections.get(socket)?.groups ?? []) {
      all.delete(socket);
      idle.delete(socket);
    }
    connections.delete(socket);
  };
  const hasRoom = ({all, idle}: Group, limit: number): boolean => {
    if (all.size < limit) return true;
    const [oldest] = idle;
    if (oldest === undefined) return false;
    // Others may come before it has closed.
    forget(oldest);
    oldest.destroy();
    return true;
  };
  server.on('connection', (socket: Socket) => {
    const address = addressBlock(socket.remoteAddress ?? '');
    const own = ofAddresses.get(address) ?? newGroup();
    if (!hasRoom(own, perAddress) || !hasRoom(everybody, inAll)) {
      socket.destroy();
      return;
    }
    ofAddresses.set(address, own);
    const groups = [own, everybody] as const;
    connections.set(socket, {groups, requests: 0});
    for (const {all, idle} of groups) {
      all.add(socket);
      idle.add(socket);
    }
    socket.once('close', () => {
      forget(socket);
      if (own.all.size === 0 && ofAddresses.get(address) === own) ofAddresses.delete(address);
    });
  });
  server.on('request', ({socket}: IncomingMessage, response: ServerResponse) => {
    const connection = connections.get(socket);
    if (connection === undefined) return;
    connection.requests += 1;
    for (const {idle} of connection.groups) idle.delete(socket);
    response.once('close', () => {
      connection.requests -= 1;
      // From now on it is the one that has been idle for the shortest time.
      if (connection.requests > 0 || !connections.has(socket)) return;
      for (const {idle} of connection.groups) idle.add(socket);
    });
  });
}
