import {afterAll, beforeAll, describe} from '@jest/globals';
import type {PluginHost} from '../../support/plugin-host.js';
import {describeAudits} from './host-contract/audits.js';
import {describeBrowsers} from './host-contract/browsers.js';
import {createCaller, type Caller} from './host-contract/caller.js';
import {describeFaults} from './host-contract/faults.js';
import {describeFiles} from './host-contract/files.js';
import {describePeople} from './host-contract/people.js';
import {describePosts} from './host-contract/posts.js';
import {describeRows} from './host-contract/rows.js';
import {describeSessions} from './host-contract/sessions.js';
import {describeSettings} from './host-contract/settings.js';
import {seedTownSquare} from './town-square.js';

/**
 * What a host answers to a plugin built with Mattermost's own Go module, as far as our product relies on it.
 * `also` describes what this host can do beyond that. Refusals are Mattermost's, statuses as in its source, so that a
 * host that is kinder than Mattermost shows here.
 */
export function describeHostContract(
  name: string,
  startCaller: () => Promise<PluginHost>,
  also: (caller: Caller) => void = () => undefined,
): void {
  describe(`the plugin API of ${name}`, () => {
    let host: PluginHost;
    beforeAll(async () => {
      host = await startCaller();
      await seedTownSquare(host);
      await host.activate();
    });
    afterAll(() => host.close());

    const caller = createCaller(() => host);
    describeRows(caller);
    describePosts(caller);
    describeFiles(caller);
    describeSettings(caller);
    describePeople(caller);
    describeFaults(caller);
    describeSessions(caller);
    describeAudits(caller);
    describeBrowsers(caller);
    also(caller);
  });
}
