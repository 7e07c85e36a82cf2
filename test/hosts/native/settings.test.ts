import {describe, expect, it} from '@jest/globals';
import {loadSettings, saveSettings} from '../../../server/hosts/native/settings.js';
import {createSite} from '../../../server/hosts/native/site.js';
import {createTestServer} from '../../support/test-server.js';

describe('the settings over the plugin API', () => {
  it('have the defaults of plugin.json below what is stored', async () => {
    const {api, state} = createTestServer([
      {key: 'ZoomURL', default: 'https://zoom.us'},
      {key: 'ConnectionMode', default: 'server_to_server'},
    ]);
    state.settings = {connectionmode: 'jwt'};
    expect(await loadSettings(api)).toEqual({zoomurl: 'https://zoom.us', connectionmode: 'jwt'});
  });

  it('are merged when some are saved, because Mattermost replaces all', async () => {
    const {api, state} = createTestServer();
    state.settings = {webhooksecret: '', ZoomURL: 'https://zoom.us', trustunverifiedemails: true};
    await saveSettings(api, {WebhookSecret: 'new', EncryptionKey: 'key'});
    expect(state.settings).toEqual({
      webhooksecret: 'new',
      zoomurl: 'https://zoom.us',
      trustunverifiedemails: true,
      encryptionkey: 'key',
    });
  });

  it('are saved under one name each, the one that the System Console uses, whose value counts', async () => {
    const {api, state} = createTestServer();
    state.settings = {accountid: 'of the console', AccountID: 'of before', ZoomURL: 'https://zoom.us'};
    await saveSettings(api, {EncryptionKey: 'key'});
    expect(state.settings).toEqual({
      accountid: 'of the console',
      zoomurl: 'https://zoom.us',
      encryptionkey: 'key',
    });
  });

  it('keep a secret that Mattermost does not show', async () => {
    const {api, state} = createTestServer([{key: 'OAuthClientSecret', secret: true}]);
    state.settings = {oauthclientsecret: 'still here'};
    await saveSettings(api, {WebhookSecret: 'new'});
    expect(state.settings).toMatchObject({oauthclientsecret: 'still here'});
  });
});

describe('the site', () => {
  it('is asked for once, until the configuration changes', async () => {
    const {api, state, faults} = createTestServer();
    state.serverConfig = {
      ServiceSettings: {SiteURL: 'https://chat.example.com/team/'},
      LocalizationSettings: {DefaultServerLocale: 'de'},
    };
    const site = createSite(api);
    expect(await site.read()).toMatchObject({url: 'https://chat.example.com/team', locale: 'de'});
    await site.read();
    expect(faults.calls()['GetConfig']).toBe(1);
    site.forget();
    await site.read();
    expect(faults.calls()['GetConfig']).toBe(2);
  });

  it('has no address where the administrator has set none', async () => {
    expect(await createSite(createTestServer().api).read()).toMatchObject({url: '', locale: 'en'});
  });
});
