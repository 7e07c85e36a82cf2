import type {IncomingMessage, Server} from 'node:http';
import {WebSocketServer} from 'ws';
import {seatOf} from './seat.js';
import {type ConnectionParts, holdConnection} from './hold-connection.js';

/** The websocket of the server. */
export interface Events {
  /** Cuts every connection, as a restart of the server does; new ones are accepted. */
  drop(): void;
  close(): void;
}

/**
 * Mattermost's websocket, `/api/v4/websocket`: everything that somebody may see, as it happens. Below a seat that is
 * its owner; at the root it is the owner of a token, sent in a header or as the first message.
 */
export function serveEvents(server: Server, parts: ConnectionParts): Events {
  const sockets = new WebSocketServer({noServer: true});
  server.on('upgrade', (request: IncomingMessage, connection, head: Buffer) => {
    const seat = seatOf(request, parts.state, parts.sessions);
    const target = seat?.target ?? request.url ?? '';
    if (target.split('?')[0] !== '/api/v4/websocket' || seat?.isSignedIn === false) {
      connection.destroy();
      return;
    }
    const userId = seat?.userId ?? parts.sessions.userOf(request.headers.authorization);
    sockets.handleUpgrade(request, connection, head, (socket) => holdConnection(socket, parts, userId));
  });
  const drop = (): void => {
    for (const socket of sockets.clients) socket.terminate();
  };
  return {
    drop,
    close: () => {
      drop();
      sockets.close();
    },
  };
}
