import mattermost from '@mattermost/client';
import {WebSocket} from 'ws';
import * as z from 'zod';
import {parseJson} from '../../../lib/parse-json.js';
import type {WrittenPost} from '../../../core/ports/application.js';
import {createAgents} from '../../../network/create-agents.js';
import {isByPerson} from '../../is-by-person.js';
import type {MattermostAccess} from './client.js';

/** What a service listens to. */
export interface EventHandlers {
  /** The bot is in a new team, or may do more or less there than before. */
  teamChanged(teamId: string): void;
  /** An administrator has deactivated somebody's account. */
  deactivated(userId: string): void;
  /** Somebody has written something where the bot is. */
  posted(post: WrittenPost): void;
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
    const written = event === 'posted' ? writtenPost(data) : undefined;
    if (written !== undefined) on.posted(written);
    const user = event === 'user_updated' ? userSchema.safeParse(data).data?.user : undefined;
    if (user !== undefined && user.delete_at !== 0) on.deactivated(user.id);
  });
  socket.initialize(`${url.replace(/^http/, 'ws')}/api/v4/websocket`, token);
  return () => socket.close();
}

const userSchema = z.object({user: z.object({id: z.string(), delete_at: z.number()})});
const postedSchema = z.object({post: z.string()});
const postSchema = z.object({
  id: z.string(),
  channel_id: z.string(),
  root_id: z.string().default(''),
  user_id: z.string(),
  message: z.string(),
  type: z.string().default(''),
  props: z.record(z.string(), z.unknown()).nullish(),
  remote_id: z.string().nullish(),
});

function writtenPost(data?: Record<string, unknown>): WrittenPost | undefined {
  const told = postedSchema.safeParse(data).data;
  const post = told && postSchema.safeParse(parseJson(Buffer.from(told.post))).data;
  if (post === undefined) return undefined;
  const {id, channel_id: channelId, root_id: rootId, user_id: userId, message, type} = post;
  const byPerson = isByPerson({type, props: post.props ?? {}, remoteId: post.remote_id ?? ''});
  return {id, channelId, rootId, userId, message, isByPerson: byPerson};
}

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
