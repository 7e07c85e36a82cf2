import {join} from 'node:path';
import {chromium} from 'playwright-core';
import {buildPageScripts} from '../../../sandbox/browser/build-page-scripts.js';
import {buildPlugin} from '../../../scripts/build-plugin.js';
import {buildService} from '../../../scripts/build-service.js';
import {projectRoot} from '../../../scripts/project-root.js';
import {buildTestPage} from '../../browser/build-test-page.js';
import {browserOptions} from '../browser-options.js';
import {buildGoHost} from '../go-host-build.js';
import {chosenSdk} from '../go-host.js';
import {startPostgres} from '../postgres.js';

/** What suites have in common, by name: how it is made. What `shared` answers is what these resolve to. */
export type Things = CreatedThings['things'];

export type CreatedThings = ReturnType<typeof createThings>;

/**
 * @param folder - for what is built; below the project, where the service finds its packages
 * @returns how each thing is made, and how all that runs is ended
 */
export function createThings(folder: string) {
  const ends: (() => Promise<void>)[] = [];
  const plugins = new Set<string>();
  const things = {
    /** The product, or the program whose source is `of` (from the project's root): the plugin's folder and its script. */
    plugin: (of: string) => {
      plugins.add(of);
      return buildPlugin({
        outDir: join(folder, `plugin-${plugins.size}`),
        ...(of !== '' && {entry: join(projectRoot, of)}),
      });
    },
    /** The service as one script. */
    service: () => buildService(join(folder, 'zoom-mattermost.mjs')),
    /** The Go host on the chosen version of Mattermost's module. The first build takes a minute or two. */
    goHost: () => buildGoHost(chosenSdk()),
    /** The scripts of the page of test/browser, by their paths. */
    testPage: async () => [...(await buildTestPage())],
    /** The scripts of the sandbox's chat page. */
    chatPage: () => buildPageScripts(),
    /** The address of a PostgreSQL in which suites make databases. */
    postgres: async () => {
      const postgres = await startPostgres();
      ends.push(() => postgres.stop());
      return postgres.address;
    },
    /** Where the browser of the worker `of` listens: a clipboard is a browser's own, so that workers need one each. */
    browser: async (_of: string) => {
      const server = await chromium.launchServer(browserOptions());
      ends.push(() => server.close());
      return server.wsEndpoint();
    },
  };
  const end = async (): Promise<void> => void (await Promise.all(ends.map((stop) => stop())));
  return {things, end};
}
