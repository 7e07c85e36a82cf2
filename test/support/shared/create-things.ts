import {join} from 'node:path';
import {chromium} from 'playwright-core';
import {buildPageScripts} from '../../../sandbox/browser/build-page-scripts.js';
import {writePluginFolder} from '../../../scripts/build-plugin/write-plugin-folder.js';
import {buildService} from '../../../scripts/build-service.js';
import {writeClient} from '../../../scripts/client/write-client.js';
import {projectRoot} from '../../../scripts/project-root.js';
import {buildTestPage} from '../../browser/build-test-page.js';
import {browserOptions} from '../browser-options.js';
import {buildGoHost} from '../go-host-build.js';
import {chosenSdk} from '../go-host.js';
import {startPostgres} from '../postgres.js';
import {buildWithCodeCache} from './build-with-code-cache.js';

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
    /**
     * The product, or the program whose source is `of` (from the project's root): the plugin's folder and its script.
     */
    plugin: async (of: string) => {
      plugins.add(of);
      const name = `plugin-${plugins.size}`;
      const pluginFolder = join(folder, name, 'zoom');
      const executable = 'server/dist/plugin.cjs';
      await writePluginFolder(pluginFolder, {executable});
      return {
        folder: pluginFolder,
        executable: await buildWithCodeCache(
          join(projectRoot, of === '' ? 'server/main.ts' : of),
          join(folder, 'programs', `${name}.cjs`),
          join(pluginFolder, executable),
        ),
      };
    },
    /** The service, in a form that starts in a third of the time. */
    service: () =>
      buildWithCodeCache(
        join(projectRoot, 'server/zoom-mattermost.ts'),
        join(folder, 'programs/service.cjs'),
        join(folder, 'zoom-mattermost.cjs'),
      ),
    /** The service as operators get it. */
    shippedService: () => buildService(join(folder, 'zoom-mattermost.mjs')),
    /** The folder of the client for Node that `npm run client` writes. */
    apiClient: () => writeClient(join(folder, 'client')),
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
