import {expect, it} from '@jest/globals';
import {readSettings} from '../../../../server/core/domain/settings.js';
import {settingsCheck} from '../../../../server/core/domain/setup-check.js';

const complete = {
  AccountID: 'acc-1',
  OAuthClientID: 'client-1',
  OAuthClientSecret: 'client-secret',
  WebhookSecret: 'webhook-secret',
  ZoomWebhookSecret: 'zoom-secret',
  EncryptionKey: 'key',
};

it('the check of the settings tells of the proxy and of further domains, and of nothing that is secret', () => {
  const ProxyURL = 'http://ana:canary@proxy.example:3128';
  const LinkDomains = 'meet.example, zoom.example.org';
  expect(settingsCheck(readSettings({...complete, ProxyURL, LinkDomains}))).toMatchObject({
    finding: 'settings.complete',
    notes: [
      {kind: 'proxy', values: {proxy: 'proxy.example:3128'}},
      {kind: 'linkDomains', values: {domains: '`meet.example`, `zoom.example.org`'}},
    ],
  });
  expect(settingsCheck(readSettings(complete)).notes).toEqual([]);
});
