import type {Capabilities} from '../core/domain/capabilities.js';
import {MODES} from '../core/domain/modes.js';
import type {Chat} from '../core/ports/chat.js';
import type {Clock} from '../core/ports/clock.js';
import type {Host} from '../core/ports/host.js';
import type {Jobs} from '../core/ports/jobs.js';
import type {Logger} from '../core/ports/logger.js';
import type {ProbeSite} from '../core/ports/probe-site.js';
import type {WebhookActivityLog} from '../core/ports/webhook-activity-log.js';
import type {WebhookSecrets} from '../core/ports/webhook-secrets.js';
import type {ConnectZoom} from '../core/ports/zoom.js';
import {createCheckSetup} from '../core/usecases/check-setup.js';
import type {Situation} from '../inbound/application.js';
import {adminSetup} from '../inbound/http/admin-setup.js';
import {adminTest} from '../inbound/http/admin-test.js';
import {adminWebhookSecret} from '../inbound/http/admin-webhook-secret.js';
import {systemAdmin} from '../inbound/http/system-admin.js';
import {listSetup} from '../inbound/list-setup.js';
import {settingsUrlIn} from '../inbound/settings-url.js';
import {supportData} from '../inbound/support-data.js';
import {secretsInForce} from '../inbound/webhooks/secrets-in-force.js';
import {texts} from '../messages/texts.js';

interface CheckSetupNeeds extends Pick<Host, 'loadSettings' | 'site'> {
  capabilities: Capabilities;
  chat: Chat;
  clock: Clock;
  logger: Logger;
  activity: Pick<WebhookActivityLog, 'read'>;
  jobs: Pick<Jobs, 'dead'>;
  webhookSecrets: WebhookSecrets;
  connectZoom: ConnectZoom;
  probeSite: ProbeSite;
}

/** What administrators see of the set-up, and what they can test. */
export function composeCheckSetup({
  loadSettings,
  site: findSite,
  capabilities,
  chat,
  clock,
  logger,
  activity,
  jobs,
  webhookSecrets,
  connectZoom,
  probeSite,
}: CheckSetupNeeds) {
  const running = new Set<string>();
  return {
    assemble({settings, site}: Situation) {
      const {webhookSecret} = settings;
      const {url: siteUrl, publicUrl} = site;
      const settingsUrl = settingsUrlIn(site, capabilities);
      const checkSetup = createCheckSetup({
        loadSettings,
        site: findSite,
        logger,
        activity,
        secretsInForce,
        webhookSecret,
        probeSite,
        running,
        connectZoom,
      });
      return {
        checkSetup,
        listSetup: listSetup({checkSetup, clock, texts, settingsUrl}),
        supportData: supportData({settings, site, activity, jobs}),
        routes: {
          systemAdmin: systemAdmin({chat, texts}),
          adminSetup: adminSetup({modes: MODES, settings, siteUrl, publicUrl, activity, webhookSecrets}),
          adminTest: adminTest({checkSetup, clock, texts, settingsUrl}),
          adminWebhookSecret: adminWebhookSecret({settings, webhookSecrets, clock, texts}),
        },
      };
    },
  };
}
