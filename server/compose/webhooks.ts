import type {Clock} from '../core/ports/clock.js';
import type {Host} from '../core/ports/host.js';
import type {Logger} from '../core/ports/logger.js';
import type {WebhookActivityLog} from '../core/ports/webhook-activity-log.js';
import type {WebhookSecrets} from '../core/ports/webhook-secrets.js';
import type {ZoomGrants} from '../core/ports/zoom.js';
import type {HearOfMeeting} from '../core/usecases/hear-of-meeting.js';
import type {HearOfParticipant} from '../core/usecases/hear-of-participant.js';
import type {HearOfPlan} from '../core/usecases/hear-of-plan.js';
import {createHearOfRemoval} from '../core/usecases/hear-of-removal.js';
import type {KeepEvent} from '../core/usecases/keep-event.js';
import type {Situation} from '../inbound/features.js';
import {createRecentWebhooks} from '../inbound/webhooks/recent-webhooks.js';
import {createReceiveWebhook} from '../inbound/webhooks/receive-webhook.js';
import {createRefusalLines, createRefuse} from '../inbound/webhooks/refusals.js';
import {createWebhookEvents} from '../inbound/webhooks/registry.js';
import {secretsInForce} from '../inbound/webhooks/secrets-in-force.js';
import {createStaleRow, type WatchClock} from '../inbound/webhooks/stale-row.js';
import {createWebhookKeys} from '../inbound/webhooks/webhook-keys.js';

interface WebhooksNeeds extends Pick<Host, 'announceChange'> {
  clock: Clock;
  logger: Logger;
  activity: Pick<WebhookActivityLog, 'note' | 'refuse'>;
  webhookSecrets: WebhookSecrets;
  /** Runs on after the answer. A stop of the plugin waits for it. */
  inBackground: (work: Promise<void>) => void;
}

/** What is done with what Zoom tells. */
interface WebhooksTasks {
  hearOfMeeting: HearOfMeeting;
  hearOfParticipant: HearOfParticipant;
  hearOfPlan: HearOfPlan;
  consents: ZoomGrants;
  keepEvent: KeepEvent;
}

/** What Zoom tells. */
export function composeWebhooks({
  clock,
  logger,
  announceChange,
  activity,
  webhookSecrets,
  inBackground,
}: WebhooksNeeds) {
  const lines = createRefusalLines({clock, logger});
  const staleRow = createStaleRow({clock, logger});
  const recentWebhooks = createRecentWebhooks({clock});
  const watchClock: WatchClock = (signature, receivedAt) => {
    recentWebhooks.note(signature.authenticity === 'stale');
    staleRow(signature, receivedAt);
  };
  return {
    recentWebhooks,
    assemble(
      {settings, former}: Situation,
      {hearOfMeeting, hearOfParticipant, hearOfPlan, consents, keepEvent}: WebhooksTasks,
    ) {
      const secrets = secretsInForce(settings);
      const refuse = createRefuse({lines, activity, clock, secrets});
      const keys = createWebhookKeys({
        settings,
        former,
        webhookSecrets,
        inBackground,
        announceChange,
        logger,
      });
      const connection = settings.zoom?.connection;
      const hearOfRemoval = createHearOfRemoval({
        grants: consents.grants,
        ended: consents.ended,
        clientId: connection?.token.kind === 'consented' ? connection.token.client.id : undefined,
        isForAccount: connection?.consent === 'account',
      });
      const events = createWebhookEvents({hearOfMeeting, hearOfParticipant, hearOfPlan, hearOfRemoval});
      const receiveWebhook = createReceiveWebhook({
        keys,
        secrets,
        events,
        keepEvent,
        activity,
        watchClock,
        clock,
        logger,
      });
      return {keys, refuse, receiveWebhook};
    },
  };
}
