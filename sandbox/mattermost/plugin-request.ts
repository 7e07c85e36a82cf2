import type {HttpCall} from '../../server/protocol/serve-http/send-http.js';
import {withoutSession} from './cookies.js';
import {newId} from './state.js';

/** An HTTP request on its way to the plugin. */
export interface PluginRequest {
  readonly method: string;
  /** Path and query as the client sent them, with `/plugins/<id>`. */
  readonly target: string;
  /** By canonical name. */
  readonly header: Readonly<Record<string, readonly string[]>>;
  readonly host: string;
  readonly body: AsyncIterable<Uint8Array>;
}

/** Headers that a client must not set, and those that a plugin need not know. */
const droppedHeaders = ['Authorization', 'Mattermost-User-Id', 'Mattermost-Plugin-Id', 'Referer'];

/**
 * The request as the plugin gets it: without the prefix of its routes and without credentials, the user of a
 * valid session in `Mattermost-User-Id`, which only the server can set. Other cookies than the session's are handed on.
 */
export function toHttpCall(
  request: PluginRequest,
  prefix: string,
  userId: string | undefined,
): Omit<HttpCall, 'writer'> {
  const {Cookie: sent = [], ...others} = request.header;
  const header: Record<string, readonly string[]> = others;
  for (const name of droppedHeaders) delete header[name];
  const cookies = withoutSession(sent);
  if (cookies.length > 0) header['Cookie'] = cookies;
  if (userId !== undefined) header['Mattermost-User-Id'] = [userId];
  return {
    request: {
      Method: request.method,
      URL: Buffer.from(withoutToken(request.target.slice(prefix.length))),
      Proto: 'HTTP/1.1',
      ProtoMajor: 1,
      ProtoMinor: 1,
      Header: header,
      Host: request.host,
      RemoteAddr: '127.0.0.1:1',
      RequestURI: request.target,
    },
    body: request.body,
    context: {
      SessionId: newId(),
      RequestId: newId(),
      IPAddress: '127.0.0.1',
      AcceptLanguage: request.header['Accept-Language']?.[0],
      UserAgent: request.header['User-Agent']?.[0],
    },
  };
}

function withoutToken(target: string): string {
  return target.replace(/([?&])access_token=[^&]*&?/g, '$1').replace(/[?&]$/, '');
}
