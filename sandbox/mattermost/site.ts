import {once} from 'node:events';
import {createServer, type IncomingMessage, type Server, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import {toGoHeader} from '../../server/protocol/serve-http/header.js';
import type {ResponseWriter} from '../../server/protocol/serve-http/response-writer.js';
import type {PluginRequest} from './plugin-request.js';
import type {Desk} from './rest/desk.js';
import {writeTo} from './response-writers.js';
import {newId} from './state.js';

/** The HTTP side of the server, on a free port of this machine. */
export interface Site {
  readonly url: string;
  readonly server: Server;
  close(): Promise<void>;
}

/** Hands a request to the plugin; `undefined`: it is not running, or the path is not its own. */
export type ServePlugin = (request: PluginRequest, writer: ResponseWriter) => Promise<void> | undefined;

export async function openSite(servePlugin: ServePlugin, frontDesk: Desk, port: number): Promise<Site> {
  const server = createServer((request, response) => {
    void frontDesk(request, response).then((outcome) => {
      if (outcome === 'not-mine') void answer(servePlugin, request, response);
    });
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const {port: chosen} = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${chosen}`,
    server,
    close: async () => {
      if (!server.listening) return;
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function answer(
  servePlugin: ServePlugin,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  // One of the server's own headers, like those of the real one: a plugin must not lose it.
  response.setHeader('X-Request-Id', newId());
  try {
    const served = servePlugin(toPluginRequest(request), writeTo(response));
    if (served === undefined) response.writeHead(404);
    await served;
  } catch {
    if (!response.headersSent) response.writeHead(500);
  }
  response.end();
  // What the plugin did not read is discarded, since closing the connection would lose the answer. The reader that it
  // left behind may still be listening, which would keep `resume` from having any effect.
  const discard = (): void => {
    while (request.read() !== null) continue;
  };
  request.on('readable', discard);
  discard();
}

function toPluginRequest(request: IncomingMessage): PluginRequest {
  const {Host: [host = ''] = [], ...sent} = toGoHeader(request.rawHeaders);
  const {authorization} = request.headers;
  // The front desk may have found out who it is.
  const header = authorization === undefined ? sent : {...sent, Authorization: [authorization]};
  return {
    method: request.method ?? 'GET',
    target: request.url ?? '/',
    header,
    host,
    body: request.iterator({destroyOnReturn: false}),
  };
}
