import mattermost from '@mattermost/client';
import {WebSocket} from 'ws';
import type {MattermostAccess} from './client.js';

/** What a service listens to. */
export interface EventHandlers {
  /** The bot is in a new team. */
  joinedTeam(teamId: string): void;
  connected(isConnected: boolean): void;
}

/** Mattermost's websocket, reconnected by its own client. Returns how to end it. */
export function listenToEvents({url, token}: MattermostAccess, botId: string, on: EventHandlers): () => void {
  // The client reads the constants of a browser's classes, which Node 20 lacks.
  const classes = globalThis as unknown as Record<string, unknown>;
  classes['WebSocket'] ??= WebSocket;
  classes['CloseEvent'] ??= Event;
  const socket = new mattermost.WebSocketClient({
    newWebSocketFn: (target) => new WebSocket(target) as unknown as globalThis.WebSocket,
  });
  socket.addFirstConnectListener(() => on.connected(true));
  socket.addReconnectListener(() => on.connected(true));
  // Without a listener the client never counts on from where the server is after a gap.
  socket.addMissedMessageListener(() => undefined);
  socket.addCloseListener(() => on.connected(false));
  socket.addMessageListener((message) => {
    const {event, data} = message as {event: string; data?: {team_id?: unknown; user_id?: unknown}};
    if (event === 'added_to_team' && data?.user_id === botId) on.joinedTeam(String(data.team_id));
  });
  socket.initialize(`${url.replace(/^http/, 'ws')}/api/v4/websocket`, token);
  return () => socket.close();
}
