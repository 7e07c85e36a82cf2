import {describe, expect, it} from '@jest/globals';
import {waitFor} from '../../../support/wait-for.js';
import type {Caller} from './caller.js';

const MASK = '*'.repeat(32);

export function describeSettings({call, host}: Caller): void {
  const untilLogged = (wanted: string): Promise<true> =>
    waitFor(host(), async () =>
      (await host().logs()).some(({message}) => message === wanted) ? true : undefined,
    );

  describe('settings', () => {
    it('gives them by lower-cased key over the defaults of plugin.json', async () => {
      await host().setPluginConfig({Password: 'secret'});
      const [settings] = await call('LoadPluginConfiguration', null);
      expect(settings).toEqual({color: 'blue', password: 'secret'});
    });

    it('hides secrets from GetPluginConfig', async () => {
      await host().setPluginConfig({Color: 'red', Password: 'secret'});
      expect(await call('GetPluginConfig')).toEqual([{color: 'red', password: MASK}]);
    });

    it('replaces all settings with what the plugin saves, and keeps the secret behind the mask', async () => {
      await host().setPluginConfig({color: 'red', size: 'big', password: 'secret'});
      expect(await call('SavePluginConfig', {color: 'green', password: MASK})).toEqual([null]);
      expect(await host().pluginConfig()).toEqual({color: 'green', password: 'secret'});
    });

    it('tells the plugin of each change, also of one that it saved itself', async () => {
      await host().setPluginConfig({Color: 'violet'});
      await untilLogged('the color is violet');
      await call('SavePluginConfig', {color: 'orange'});
      await untilLogged('the color is orange');
    });

    it("knows the server's own config", async () => {
      await host().setServerConfig({LocalizationSettings: {DefaultServerLocale: 'de'}});
      const [config] = await call('GetConfig');
      expect(config).toMatchObject({
        ServiceSettings: {SiteURL: host().siteUrl},
        LocalizationSettings: {DefaultServerLocale: 'de'},
      });
    });
  });
}
