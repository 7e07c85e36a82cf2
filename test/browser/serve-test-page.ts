import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {axeScript} from './axe.js';
import type {ReactVersion, TestScripts} from './build-test-page.js';
import type {Scene} from './page/scene.js';
import {testPageHtml} from './test-page-html.js';

/** What the page is, of this load. */
export interface Load {
  react: ReactVersion;
  scene: Scene;
}

export interface TestPageServer {
  origin: string;
  /** All that is not answered there, but by the test: everything except the page and its scripts. */
  others: RegExp;
  /** What the page is from the next load on. */
  show(load: Load): void;
  close(): void;
}

/**
 * Serves the page and its scripts over HTTP, as Mattermost does: a megabyte of scripts for each load is more than the
 * connection to the browser should carry, and what a browser has compiled it knows again by its address.
 */
export async function serveTestPage(scripts: TestScripts): Promise<TestPageServer> {
  let html = '';
  const files = new Map([...scripts, ['/axe.js', axeScript]]);
  const server = createServer(({url = ''}, response) => {
    const file = url === '/' ? html : files.get(url);
    const type = url === '/' ? 'text/html' : 'text/javascript';
    response.writeHead(file === undefined ? 404 : 200, {'Content-Type': `${type}; charset=utf-8`}).end(file);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    others: new RegExp(`^(?!${origin}/([a-z0-9-]+\\.js)?$)`),
    show: ({react, scene}) => (html = testPageHtml(react, scene)),
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
