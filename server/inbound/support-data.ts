import {PRODUCT_VERSION} from '../core/domain/product-version.js';
import type {Settings} from '../core/domain/settings.js';
import type {Site} from '../core/domain/site.js';
import {siteUrlProblem} from '../core/domain/site-url-problem.js';
import type {WebhookActivity} from '../core/domain/webhook-activity.js';
import type {Application} from '../core/ports/application.js';
import type {Jobs} from '../core/ports/jobs.js';
import {StoreUnavailableError} from '../core/ports/key-value.js';
import type {WebhookActivityLog} from '../core/ports/webhook-activity-log.js';
import {toYaml, type YamlMap} from '../lib/to-yaml.js';

interface SupportDataDeps {
  settings: Settings;
  site: Site;
  activity: Pick<WebhookActivityLog, 'read'>;
  jobs: Pick<Jobs, 'dead'>;
}

/** What somebody who helps has to know first. Leaves the house: neither secrets nor addresses of people nor ids. */
export const supportData =
  ({settings, site, activity, jobs}: SupportDataDeps): Application['supportData'] =>
  async () => {
    const [known, dead] = await Promise.all([orUntold(activity.read()), orUntold(jobs.dead())]);
    const facts: YamlMap = {
      version: PRODUCT_VERSION,
      connection: connection(settings),
      webhooks: {
        signature_required: settings.signatureRequired,
        address_secret_set: settings.webhookSecret !== undefined,
        secret_token_set: settings.zoomWebhookSecret !== undefined,
        ...(known === undefined ? {activity: 'could not be read'} : describeActivity(known)),
      },
      work_given_up:
        dead === undefined ? 'could not be read' : dead.map(({kind, at}) => `${kind}, ${time(at)}`),
      site: {
        url_fit_for_webhooks: siteUrlProblem(site.publicUrl, settings.allowInsecureAddresses) === undefined,
        language: site.locale,
      },
    };
    return [{name: 'zoom/diagnostics.yaml', text: toYaml(facts)}];
  };

async function orUntold<T>(question: Promise<T>): Promise<T | undefined> {
  try {
    return await question;
  } catch (error) {
    if (error instanceof StoreUnavailableError) return undefined;
    throw error;
  }
}

const connection = ({zoom, problems, trustUnverifiedEmails, allowInsecureAddresses}: Settings): YamlMap => ({
  mode: zoom?.connection.mode ?? null,
  configured: zoom !== undefined,
  problems: problems.map(({setting, kind}) => `${setting}: ${kind}`),
  // As typed they may hold anything; accepted ones are host names.
  web_host: zoom === undefined ? null : new URL(zoom.addresses.webUrl).host,
  api_host: zoom === undefined ? null : new URL(zoom.addresses.apiUrl).host,
  insecure_addresses_allowed: allowInsecureAddresses,
  unconfirmed_emails_trusted: trustUnverifiedEmails,
});

const describeActivity = ({
  acceptedAt,
  refusedAt,
  validatedAt,
  meetingAt,
  events,
}: WebhookActivity): YamlMap => ({
  last_accepted: time(acceptedAt),
  last_refused_signature: time(refusedAt),
  last_validation: time(validatedAt),
  last_meeting_started: time(meetingAt),
  events_seen: events,
});

const time = (at: number | undefined): string | null =>
  at === undefined ? null : new Date(at).toISOString();
