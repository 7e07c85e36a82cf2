import {MODES} from '../core/domain/modes.js';
import {withSetting} from '../core/domain/with-setting.js';
import type {Host} from '../core/ports/host.js';
import {type CheckSetup, createCheckSetup} from '../core/usecases/check-setup.js';
import type {Situation} from '../inbound/application.js';
import {adminSetup} from '../inbound/http/admin-setup.js';
import {adminTest} from '../inbound/http/admin-test.js';
import {adminWebhookSecret} from '../inbound/http/admin-webhook-secret.js';
import {systemAdmin} from '../inbound/http/system-admin.js';
import {secretsInForce} from '../inbound/webhooks/secrets-in-force.js';
import {createProbeSite} from '../outbound/site/probe-site.js';
import {createZoom} from '../outbound/zoom/create-zoom.js';
import type {Shared} from './shared.js';

/** Signs in anew each time: a test that used a token of before would not notice that the app is gone. */
export const checkSetupIn = (
  {host, activity, testing}: Shared,
  {settings: {webhookSecret}}: Situation,
): CheckSetup =>
  createCheckSetup({
    ...host,
    // The secret in force is not among the settings where the plugin made it.
    loadSettings: async () =>
      withSetting(await host.loadSettings(), 'WebhookSecret', webhookSecret?.reveal() ?? ''),
    activity,
    secretsInForce,
    probeSite: createProbeSite(host),
    running: testing,
    connect: (zoom) => createZoom({...host, ...zoom}),
  });

/** What only system administrators may. */
export const adminIn = (
  shared: Shared,
  {settings, site}: Situation,
  deps: Parameters<typeof adminTest>[0] & Host,
) => ({
  systemAdmin: systemAdmin(deps),
  adminSetup: adminSetup({...shared, modes: MODES, settings, siteUrl: site.url, publicUrl: site.publicUrl}),
  adminTest: adminTest(deps),
  adminWebhookSecret: adminWebhookSecret({...deps, ...shared, settings}),
});
