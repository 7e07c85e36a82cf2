import type {HttpListener} from '../../server/protocol/serve-http/create-http-server.js';
import type {HttpCall} from '../../server/protocol/serve-http/send-http.js';
import {record, type RecordedResponse} from '../../sandbox/mattermost/response-writers.js';
import {connectPlugin} from './in-process-plugin.js';

export interface ServedRequest {
  method?: string;
  url?: string;
  header?: Readonly<Record<string, readonly string[]>>;
  body?: Uint8Array;
  /** False: without Content-Length, as a chunked body arrives. */
  declared?: boolean;
  /** As Go names it: with the port. */
  from?: string;
}

/** A request as Mattermost hands it to a plugin. */
export function requestOf({
  method = 'GET',
  url = '/',
  header = {},
  body = new Uint8Array(),
  declared = true,
  from,
}: ServedRequest): Omit<HttpCall, 'writer'> {
  const length = declared && body.length > 0 ? {'Content-Length': [String(body.length)]} : {};
  return {
    request: {
      Method: method,
      URL: Buffer.from(url),
      Header: {...header, ...length},
      Host: 'chat.example.com',
      ...(from !== undefined && {RemoteAddr: from}),
    },
    body: inPieces(body),
    context: {},
  };
}

/** Sends one request through the wire to `listener`, and returns what the server got. */
export async function serve(
  listener: HttpListener,
  call: Omit<HttpCall, 'writer'> = requestOf({}),
): Promise<{response: RecordedResponse; reports: string[]}> {
  const {hooks, reports} = connectPlugin({onActivate: async () => undefined, serveHttp: listener});
  const {response, writer} = record();
  await hooks.serveHttp({...call, writer});
  return {response, reports};
}

async function* inPieces(body: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < body.length; start += 50_000) yield body.subarray(start, start + 50_000);
}
