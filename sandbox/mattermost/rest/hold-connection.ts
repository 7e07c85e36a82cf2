import type {WebSocket} from 'ws';
import {VERSION_ID} from '../server-version.js';
import type {Sessions} from '../sessions.js';
import {newId, type State} from '../state.js';
import {bodyFields, optionalField} from './call.js';
import {clientEvent} from './client-events.js';

export interface ConnectionParts {
  state: State;
  sessions: Sessions;
  /** Part of the names of the plugin's events. */
  pluginId: string;
}

/**
 * Speaks to one client: once it is known who that is, events, numbered from the hello, and replies to its questions.
 * Source: server/channels/app/platform/websocket_router.go
 */
export function holdConnection(
  socket: WebSocket,
  {state, sessions, pluginId}: ConnectionParts,
  signedIn: string | undefined,
): void {
  let seq = 0;
  let stop: (() => void) | undefined;
  const say = (message: object): void => {
    if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(message));
  };

  const begin = (userId: string): void => {
    const data = {connection_id: newId(), server_hostname: 'sandbox', server_version: VERSION_ID};
    say({event: 'hello', data, broadcast: {user_id: userId}, seq: seq++});
    stop = state.changes.listen((change) => {
      const event = clientEvent(state, pluginId, userId, change);
      if (event !== undefined) say({...event, seq: seq++});
    });
  };

  const challenge = (request: Request): void => {
    if (stop !== undefined) return;
    const userId = sessions.userOf(`Bearer ${optionalField(request.data, 'token')}`);
    if (userId === undefined) {
      socket.close();
      return;
    }
    begin(userId);
    say({status: 'OK', seq_reply: request.seq});
  };

  socket.on('message', (bytes: Buffer) => {
    const request = parse(bytes);
    if (request.action === 'authentication_challenge') challenge(request);
    else say({...reply(request, stop !== undefined), seq_reply: request.seq});
  });
  socket.on('close', () => stop?.());
  socket.on('error', () => socket.terminate());
  if (signedIn !== undefined) begin(signedIn);
}

interface Request {
  action: string;
  seq: number;
  data: unknown;
}

function parse(bytes: Buffer): Request {
  try {
    const fields = bodyFields(JSON.parse(bytes.toString()));
    return {action: optionalField(fields, 'action'), seq: Number(fields['seq'] ?? 0), data: fields['data']};
  } catch {
    return {action: '', seq: 0, data: undefined};
  }
}

function reply({action}: Request, isSignedIn: boolean): object {
  const refused = (name: string, status: number, message: string): object => ({
    status: 'FAIL',
    error: {id: `api.web_socket_router.${name}.app_error`, message, status_code: status},
  });
  if (!isSignedIn) return refused('not_authenticated', 401, 'WebSocket connection is not authenticated.');
  if (action === 'ping') return {status: 'OK', data: {text: 'pong', version: VERSION_ID}};
  if (action === 'user_typing' || action === 'presence') return {status: 'OK'};
  return refused('bad_action', 500, 'Unknown WebSocket action.');
}
