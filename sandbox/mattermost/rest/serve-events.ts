import type {IncomingMessage, Server} from 'node:http';
import {WebSocketServer} from 'ws';
import type {Sessions} from '../sessions.js';
import type {State} from '../state.js';
import {clientEvent} from './client-events.js';
import {seatOf} from './seat.js';

/** Mattermost's websocket, `/api/v4/websocket` below a seat: everything that its owner may see, as it happens. */
export function serveEvents(server: Server, state: State, sessions: Sessions, pluginId: string): () => void {
  const sockets = new WebSocketServer({noServer: true});
  server.on('upgrade', (request: IncomingMessage, connection, head: Buffer) => {
    const seat = seatOf(request, state, sessions);
    if (seat?.isSignedIn !== true || seat.target.split('?')[0] !== '/api/v4/websocket') {
      connection.destroy();
      return;
    }
    sockets.handleUpgrade(request, connection, head, (socket) => {
      let seq = 0;
      const send = (event: object): void => socket.send(JSON.stringify({...event, seq: seq++}));
      send({event: 'hello', data: {server_version: '11.11.0'}, broadcast: {}});
      const stop = state.changes.listen((change) => {
        const event = clientEvent(state, pluginId, seat.userId, change);
        if (event !== undefined && socket.readyState === socket.OPEN) send(event);
      });
      socket.on('close', stop);
      socket.on('error', () => socket.terminate());
    });
  });
  return () => {
    for (const socket of sockets.clients) socket.terminate();
    sockets.close();
  };
}
