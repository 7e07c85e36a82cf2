import {readFile, rm} from 'node:fs/promises';
import {join} from 'node:path';
import type {Page} from 'playwright-core';
import {createPage} from '../../sandbox/browser/create-page.js';
import type {Connection} from '../../sandbox/connection.js';
import {createServiceSandbox, type ServiceSandbox} from '../../sandbox/service/service-sandbox.js';
import {buildWebapp} from '../../scripts/build-webapp.js';
import {projectRoot} from '../../scripts/project-root.js';
import {connectBrowser} from './browser.js';
import {createWindows} from './browser-window.js';
import {shared} from './shared/shared.js';

/** What `npm start -- --standalone` shows, with windows for several people. */
export interface ServiceInBrowser {
  sandbox: ServiceSandbox;
  /** Origin of the service. */
  serviceUrl: string;
  /** The window of a person, loaded. */
  windowOf(person: string): Promise<Page>;
  /** Leaves the windows. @throws Error when a page broke or reached for the network */
  tidyUp(): Promise<void>;
  close(): Promise<void>;
}

/**
 * `hasWebApp`: the web app is installed alone, for the service. `isSubscribed` false: nobody has been to Zoom yet.
 * `hasEventSite`: there is a page to join, and a site that shows it.
 */
export async function openServiceInBrowser({
  hasWebApp,
  isSubscribed = true,
  connection = 'server_to_server',
  hasEventSite = false,
}: {
  hasWebApp: boolean;
  isSubscribed?: boolean;
  connection?: Connection;
  hasEventSite?: boolean;
}): Promise<ServiceInBrowser> {
  const folder = join(projectRoot, `build/browser-service-${process.pid}`);
  const [script, scripts] = await Promise.all([shared('service'), shared('chatPage')]);
  const webAppFor = async (serviceUrl: string): Promise<{webApp?: string}> => {
    if (!hasWebApp) return {};
    const file = join(folder, 'web-app.js');
    await buildWebapp(file, serviceUrl);
    return {webApp: await readFile(file, 'utf8')};
  };
  let serviceUrl = '';
  const [sandbox, browser] = await Promise.all([
    createServiceSandbox({
      script,
      isSubscribed,
      connection,
      hasEventSite,
      buildPage: async (surroundings) => {
        serviceUrl = surroundings.serviceUrl;
        return createPage({
          eventSite: surroundings.eventSite,
          scripts,
          carrier: 'service',
          ...(await webAppFor(serviceUrl)),
        });
      },
    }),
    connectBrowser(),
  ]);
  const windows = createWindows(browser);
  return {
    sandbox,
    serviceUrl,
    windowOf: (person) => windows.open(`${sandbox.mattermost.siteUrl}/as/${person}/`),
    tidyUp: () => windows.leaveAll(),
    async close() {
      await browser.close();
      await sandbox.close();
      await rm(folder, {recursive: true, force: true});
    },
  };
}
