import type {Capabilities} from '../core/domain/capabilities.js';
import type {Chat} from '../core/ports/chat.js';
import type {Clock} from '../core/ports/clock.js';
import type {Host} from '../core/ports/host.js';
import type {Logger} from '../core/ports/logger.js';
import type {ProbeSite} from '../core/ports/probe-site.js';
import type {WebhookActivityLog} from '../core/ports/webhook-activity-log.js';
import type {ConnectZoom, ZoomGrants} from '../core/ports/zoom.js';
import {createCheckSetup} from '../core/usecases/check-setup.js';
import {createOneAtATime} from '../core/usecases/one-at-a-time.js';
import type {Situation} from '../inbound/features.js';
import {listSetup} from '../inbound/list-setup.js';
import type {ReadPipeline} from '../inbound/read-pipeline.js';
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
  readPipeline: ReadPipeline;
  connectZoom: ConnectZoom;
  probeSite: ProbeSite;
}

/** What administrators see of the set-up and can test. */
export function composeCheckSetup({
  loadSettings,
  site: findSite,
  capabilities,
  chat,
  clock,
  logger,
  activity,
  readPipeline,
  connectZoom,
  probeSite,
}: CheckSetupNeeds) {
  const oneAtATime = createOneAtATime();
  return {
    assemble({settings, site}: Situation, consents: ZoomGrants) {
      const {webhookSecret} = settings;
      const settingsUrl = settingsUrlIn(site, capabilities);
      const checkSetup = createCheckSetup({
        loadSettings,
        site: findSite,
        logger,
        activity,
        secretsInForce,
        webhookSecret,
        probeSite,
        oneAtATime,
        connectZoom,
        consents,
        chat,
      });
      return {
        checkSetup,
        listSetup: listSetup({checkSetup, clock, texts, settingsUrl, site, settings}),
        supportData: supportData({settings, site, activity, readPipeline}),
      };
    },
  };
}
