import type {Browser, Page} from 'playwright-core';
import {createPage} from '../../sandbox/browser/create-page.js';
import type {Connection} from '../../sandbox/connection.js';
import {createSandbox, type Sandbox} from '../../sandbox/sandbox.js';
import {connectBrowser} from './browser.js';
import {createWindows, type WindowOptions} from './browser-window.js';
import {endMeetings} from './end-meetings.js';
import {shared} from './shared/shared.js';

export type Person = 'ana' | 'ben' | 'zoe' | 'gil' | 'ada';

/** What `npm start` shows, with windows for several people. */
export interface SandboxInBrowser {
  sandbox: Sandbox;
  /** The window of a person, loaded. */
  windowOf(person: Person, options?: WindowOptions & {query?: string}): Promise<Page>;
  /** Ends the meetings and leaves the windows. @throws Error when a page broke or reached for the network */
  tidyUp(): Promise<void>;
  close(): Promise<void>;
}

/**
 * `isSetUp` false: nobody has set the plugin up yet. `connection`: default: Server-to-Server. `hasPlans`: Zoom's
 * calendar is not empty. `hasEventSite`: there is a page to join, and a site that shows it. `showsZoom`: the simulator
 * is beside the chat.
 */
export async function openSandboxInBrowser({
  isSetUp = true,
  connection = 'server_to_server',
  hasPlans = false,
  hasEventSite = false,
  showsZoom = false,
}: {
  isSetUp?: boolean;
  connection?: Connection;
  hasPlans?: boolean;
  hasEventSite?: boolean;
  showsZoom?: boolean;
} = {}): Promise<SandboxInBrowser> {
  const [{folder}, scripts, browser] = await Promise.all([
    shared('plugin'),
    shared('chatPage'),
    connectBrowser(),
  ]);
  const sandbox = await createSandbox({
    pluginDir: folder,
    buildPage: ({zoomUrl, eventSite}) =>
      createPage({zoomUrl: showsZoom ? zoomUrl : undefined, eventSite, scripts}),
    isSetUp,
    connection,
    hasPlans,
    hasEventSite,
  });
  const windows = createWindows(browser);
  return {
    sandbox,
    windowOf: (person, {query = '', ...options} = {}) =>
      windows.open(`${sandbox.mattermost.siteUrl}/as/${person}/${query}`, options),
    async tidyUp() {
      await windows.leaveAll().finally(() => endMeetings(sandbox));
    },
    async close() {
      await closeAll(browser, sandbox);
    },
  };
}

async function closeAll(browser: Browser, sandbox: Sandbox): Promise<void> {
  await browser.close();
  await sandbox.close();
}
