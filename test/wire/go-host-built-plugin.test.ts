import {beforeAll, describe, expect, it} from '@jest/globals';
import {SECRET_SETTINGS} from '../../server/core/domain/settings-schema.js';
import {hasGo} from '../support/go.js';
import {COLD_BUILD_MS} from '../support/go-host-build.js';
import {chosenSdk, NEWEST_SDK, startGoHost} from '../support/go-host.js';
import {shared} from '../support/shared/shared.js';
import {isThorough} from '../support/thorough.js';
import {isAlive} from './support/is-alive.js';
import {describeLifeCycle} from './support/life-cycle-cases.js';
import {describeManyActivations} from './support/many-activations-cases.js';
import {runningPid} from './support/running-pid.js';
import {untilGone} from './support/until-gone.js';

(hasGo() ? describe : describe.skip)(`the built plugin on Mattermost ${chosenSdk()}`, () => {
  let pluginDir: string;
  beforeAll(async () => {
    await shared('goHost');
    pluginDir = (await shared('plugin')).folder;
  }, COLD_BUILD_MS);

  const builtPlugin = {start: startGoHost, pluginDir: () => pluginDir};
  describeLifeCycle(builtPlugin);
  // Older versions differ in their go-plugin, ours on the other end is the same.
  describeManyActivations(builtPlugin, {times: isThorough() && chosenSdk() === NEWEST_SDK ? 75 : 5});

  it('C-02 shows no secret to readers of the configuration', async () => {
    const host = await startGoHost({pluginDir});
    const secrets = Object.fromEntries(SECRET_SETTINGS.map((key) => [key.toLowerCase(), 'made-up']));
    await host.setPluginConfig({...secrets, accountid: 'acc-1'});
    const masked = Object.fromEntries(SECRET_SETTINGS.map((key) => [key.toLowerCase(), '*'.repeat(32)]));
    const shown = await host.maskedConfig();
    await host.close();
    expect(shown).toEqual({...masked, accountid: 'acc-1'});
  });

  it('ends at once when its server is gone', async () => {
    const host = await startGoHost({pluginDir});
    await host.activate();
    const pid = await runningPid(host);
    expect(isAlive(pid)).toBe(true);
    await host.crash();
    await untilGone(pid);
    await host.close();
  });
});
