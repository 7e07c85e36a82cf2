import mattermost from '@mattermost/client';
import {WebSocket} from 'ws';
import * as z from 'zod';
import {parseJson} from '../../../lib/parse-json.js';
import {createAgents} from '../../../network/create-agents.js';
import type {MattermostAccess} from './client.js';

/** What a service listens to. */
export interface EventHandlers {
  /** The bot is in a new team, or may do more or less there than before. */
  teamChanged(teamId: string): void;
  /** An administrator has deactivated somebody's account. */
  deactivated(userId: string): void;
  connected(isConnected: boolean): void;
}

/** Mattermost's websocket, reconnected by its own client. Call the answer to end it. */
export function listenToEvents(
  {url, token, findProxy}: MattermostAccess,
  botId: string,
  on: EventHandlers,
): () => void {
  const {httpAgent, httpsAgent} = createAgents({keepAlive: false, findProxy});
  const agent = url.startsWith('https:') ? httpsAgent : httpAgent;
  // The client reads the constants of a browser's classes, which Node 20 lacks.
  const classes = globalThis as unknown as Record<string, unknown>;
  classes['WebSocket'] ??= WebSocket;
  classes['CloseEvent'] ??= Event;
  const socket = new mattermost.WebSocketClient({
    newWebSocketFn: (target) => new WebSocket(target, {agent}) as unknown as globalThis.WebSocket,
  });
  socket.addFirstConnectListener(() => on.connected(true));
  socket.addReconnectListener(() => on.connected(true));
  // Without a listener, the client does not go on from the server's number after a gap.
  socket.addMissedMessageListener(() => undefined);
  socket.addCloseListener(() => on.connected(false));
  socket.addMessageListener((message) => {
    const {event, data} = message as {event: string; data?: Record<string, unknown>};
    const teamId = teamOfBot(botId, event, data);
    if (teamId !== undefined) on.teamChanged(teamId);
    const user = event === 'user_updated' ? userSchema.safeParse(data).data?.user : undefined;
    if (user !== undefined && user.delete_at !== 0) on.deactivated(user.id);
  });
  socket.initialize(`${url.replace(/^http/, 'ws')}/api/v4/websocket`, token);
  return () => socket.close();
}

const userSchema = z.object({user: z.object({id: z.string(), delete_at: z.number()})});
const memberSchema = z.object({team_id: z.string(), user_id: z.string()});

/** The team in which something changed for the bot. */
function teamOfBot(botId: string, event: string, data?: Record<string, unknown>): string | undefined {
  const told =
    event === 'added_to_team'
      ? data
      : event === 'memberrole_updated'
        ? parseJson(Buffer.from(String(data?.['member'])))
        : undefined;
  const member = memberSchema.safeParse(told).data;
  return member?.user_id === botId ? member.team_id : undefined;
}
