import {createServer, type IncomingMessage, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import {json} from 'node:stream/consumers';
import {axeScript} from './axe.js';
import type {ReactVersion, TestScripts} from './build-test-page.js';
import type {Scene} from './page/scene.js';
import {testPageHtml} from './test-page-html.js';

/** What the page is, of this load. */
export interface Load {
  react: ReactVersion;
  scene: Scene;
  /** What the page is answered that is not itself or a script of its; undefined: there is nothing at this address. */
  replies: Replies;
}

/** What the simulated server answers; `picture`: of that colour; `'nothing'`: the connection breaks. */
export type Reply = {status?: number; body: unknown} | {picture: string} | 'nothing';

/** By method and path, as `POST /plugins/zoom/api/v1/meetings?force=true`. */
export type Replies = Readonly<Record<string, (body: unknown) => Reply | Promise<Reply>>>;

export interface TestPageServer {
  origin: string;
  /** What the page is from the next load on. */
  show(load: Load): void;
  close(): void;
}

/**
 * Serves the page and its scripts over HTTP, as Mattermost does, and answers what they ask: nothing is answered by the
 * connection to the browser, because a browser that is watched in that way reads and compiles a megabyte of scripts
 * anew with each load.
 */
export async function serveTestPage(scripts: TestScripts): Promise<TestPageServer> {
  let now: {html: string; replies: Replies} = {html: '', replies: {}};
  const files = new Map([...scripts, ['/axe.js', axeScript]]);
  const server = createServer((request, response) => {
    // A browser sends a request again where the connection that breaks has carried others before.
    response.shouldKeepAlive = false;
    const {url = ''} = request;
    const file = files.get(url);
    if (url === '/') response.setHeader('Content-Type', 'text/html; charset=utf-8').end(now.html);
    else if (file !== undefined) sendScript(response, file);
    else void reply(request, response, now.replies);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    show: ({react, scene, replies}) => (now = {html: testPageHtml(react, scene), replies}),
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** They stay what they are for as long as the server is there. */
const sendScript = (response: ServerResponse, script: string): void =>
  void response
    .setHeader('Content-Type', 'text/javascript; charset=utf-8')
    .setHeader('Cache-Control', 'max-age=3600')
    .end(script);

async function reply(request: IncomingMessage, response: ServerResponse, replies: Replies): Promise<void> {
  const body = request.method === 'GET' ? undefined : await json(request).catch(() => undefined);
  const answer = await replies[`${request.method} ${request.url}`]?.(body);
  if (answer === 'nothing') request.socket.destroy();
  else if (answer === undefined) response.writeHead(404, {'Content-Type': 'application/json'}).end('{}');
  else if ('picture' in answer) response.setHeader('Content-Type', 'image/svg+xml').end(svg(answer));
  else {
    const type = {'Content-Type': 'application/json'};
    response.writeHead(answer.status ?? 200, type).end(JSON.stringify(answer.body));
  }
}

const svg = ({picture}: {picture: string}): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><rect width="8" height="8" fill="${picture}"/></svg>`;
