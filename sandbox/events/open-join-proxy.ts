import {type IncomingMessage, request as ask, type ServerResponse} from 'node:http';
import {pipeline} from 'node:stream';
import {listenOnLoopback} from '../zoom/listen-on-loopback.js';

/** All that may be reached by the page's own host name: docs/join-page.md. */
const PLACE = '/plugins/zoom/join-page/';

/** A site of this machine under a name of its own. */
export interface NamedSite {
  /** Browsers lead all names below `localhost` to this machine. */
  readonly origin: string;
  close(): Promise<void>;
}

/**
 * What an administrator's reverse proxy is: leads another host name here for the page to join alone, keeps the name,
 * and adds who asks. `upstream`: origin of the small Mattermost, or of the service.
 */
export async function openJoinProxy(upstream: () => string): Promise<NamedSite> {
  const site: {host?: string} = {};
  const {origin, close} = await listenOnLoopback((request, response) => {
    const {pathname, search} = new URL(request.url ?? '/', upstream());
    const isServed = request.headers.host === site.host && pathname.startsWith(PLACE);
    if (isServed) passOn(request, response, `${upstream()}${pathname}${search}`);
    else response.writeHead(404).end();
  }, 0);
  site.host = `join.localhost:${new URL(origin).port}`;
  return {origin: `http://${site.host}`, close};
}

function passOn(request: IncomingMessage, response: ServerResponse, address: string): void {
  const {connection: _ofThisHop, ...headers} = request.headers;
  const before = headers['x-forwarded-for'];
  const from = [before ?? [], request.socket.remoteAddress ?? []].flat().join(', ');
  const passed = ask(address, {
    method: request.method,
    headers: {...headers, 'x-forwarded-for': from, 'x-forwarded-proto': 'http'},
  });
  passed.on('response', (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    pipeline(answer, response, () => undefined);
  });
  passed.on('error', () => {
    if (response.headersSent) response.destroy();
    else response.writeHead(502).end();
  });
  pipeline(request, passed, () => undefined);
}
