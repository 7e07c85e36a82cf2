import {beforeAll, describe, expect, it} from '@jest/globals';
import {hasGo} from '../../support/go.js';
import {COLD_BUILD_MS, takesAudits} from '../../support/go-host-build.js';
import {chosenSdk, startGoHost} from '../../support/go-host.js';
import type {StartPluginHost} from '../../support/plugin-host.js';
import {shared} from '../../support/shared/shared.js';
import {startTypeScriptHost} from '../../support/typescript-host.js';
import {waitFor} from '../../support/wait-for.js';
import {ALICE, seedTownSquare, TOWN_SQUARE} from '../../wire/support/town-square.js';

const AUDITING_PLUGIN = 'test/hosts/native/fixtures/auditing-plugin.ts';

const hosts: readonly (readonly [string, StartPluginHost, boolean])[] = [
  [`Mattermost ${chosenSdk()}`, startGoHost, hasGo() && takesAudits(chosenSdk())],
  ['the host of the sandbox', startTypeScriptHost, true],
];

describe.each(hosts)('On %s', (_name, start, isHere) => {
  let pluginDir: string;
  beforeAll(async () => {
    if (isHere && start === startGoHost) await shared('goHost');
    pluginDir = (await shared('plugin', AUDITING_PLUGIN)).folder;
  }, COLD_BUILD_MS);

  (isHere ? it : it.skip)('audit records arrive, also of people whose account was deactivated', async () => {
    const host = await start({pluginDir});
    try {
      await seedTownSquare(host);
      await host.activate();
      await host.executeCommand({userId: ALICE, channelId: TOWN_SQUARE, command: '/zoom connect'});
      await host.deactivateUser(ALICE);
      const audits = await waitFor(host, async () => {
        const found = await host.audits();
        return found.length >= 2 ? found : undefined;
      });
      const common = {actor: {user_id: ALICE}, meta: {plugin_id: 'zoom'}};
      expect(audits).toMatchObject([
        {
          ...common,
          event_name: 'zoom_attempt_refused',
          status: 'fail',
          event: {parameters: {grant: 'account', reason: 'not-admin'}, object_type: 'zoom_connection'},
        },
        {
          ...common,
          event_name: 'zoom_connection_lost',
          status: 'success',
          event: {parameters: {grant: 'person', reason: 'deactivated'}, object_type: 'zoom_connection'},
        },
      ]);
      const line = `Audit event=connection-lost outcome=success userId=${ALICE} grant=person reason=deactivated`;
      // The log comes another way.
      await waitFor(host, async () => (await host.logs()).find(({message}) => message === line));
    } finally {
      await host.close();
    }
  });
});
