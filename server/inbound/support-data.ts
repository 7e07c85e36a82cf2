import {joinPageBeside} from '../core/domain/join-page.js';
import {PRODUCT_VERSION} from '../core/domain/product-version.js';
import type {Settings} from '../core/domain/settings.js';
import type {Site} from '../core/domain/site.js';
import {siteUrlProblem} from '../core/domain/site-url-problem.js';
import {factOf, type Refusals, type WebhookActivity} from '../core/domain/webhook-activity.js';
import type {Application} from '../core/ports/application.js';
import {isStoreError} from '../core/ports/port-error.js';
import type {WebhookActivityLog} from '../core/ports/webhook-activity-log.js';
import type {ReadPipeline} from './read-pipeline.js';
import {secretsInForce} from './webhooks/secrets-in-force.js';

type Fact = string | number | boolean | null;

interface Facts {
  readonly [name: string]: Fact | readonly Fact[] | Facts;
}

interface SupportDataDeps {
  settings: Settings;
  site: Site;
  activity: Pick<WebhookActivityLog, 'read'>;
  readPipeline: ReadPipeline;
}

/** What somebody who helps has to know first. Leaves the house: neither secrets nor addresses of people nor ids. */
export const supportData =
  ({settings, site, activity, readPipeline}: SupportDataDeps): Application['supportData'] =>
  async () => {
    const [known, {webhooks, due, dead}] = await Promise.all([orUntold(activity.read()), readPipeline()]);
    const facts: Facts = {
      version: PRODUCT_VERSION,
      connection: connection(settings),
      webhooks: {
        signature_required: settings.signatureRequired,
        address_secret_set: settings.webhookSecret !== undefined,
        secret_token_set: settings.zoomWebhookSecret !== undefined,
        last_hour_on_this_node: {total: webhooks.total, late: webhooks.late},
        ...(known === undefined
          ? {activity: 'could not be read'}
          : describeActivity(known, secretsInForce(settings))),
      },
      work_due:
        due === undefined
          ? 'could not be read'
          : {count: due.count, oldest_waits_for_seconds: Math.round(due.lateBy / 1000)},
      work_given_up:
        dead === undefined ? 'could not be read' : dead.map(({kind, at}) => `${kind}, ${time(at)}`),
      site: {
        url_fit_for_webhooks: siteUrlProblem(site.publicUrl, settings.allowInsecureAddresses) === undefined,
        language: site.locale,
      },
      join_page: joinPage(settings, site),
    };
    // JSON is YAML 1.2, and every packet's diagnostics are called that.
    return [{name: 'zoom/diagnostics.yaml', text: `${JSON.stringify(facts, null, 2)}\n`}];
  };

async function orUntold<T>(question: Promise<T>): Promise<T | undefined> {
  try {
    return await question;
  } catch (error) {
    if (isStoreError(error)) return undefined;
    throw error;
  }
}

const connection = ({zoom, problems, trustUnverifiedEmails, allowInsecureAddresses}: Settings): Facts => ({
  mode: zoom?.connection.mode ?? null,
  configured: zoom !== undefined,
  problems: problems.map(({setting, kind}) => `${setting}: ${kind}`),
  // As typed they may hold anything; accepted ones are host names.
  web_host: zoom === undefined ? null : new URL(zoom.addresses.webUrl).host,
  api_host: zoom === undefined ? null : new URL(zoom.addresses.apiUrl).host,
  insecure_addresses_allowed: allowInsecureAddresses,
  unconfirmed_emails_trusted: trustUnverifiedEmails,
});

/** Its addresses are the organisation's. */
const joinPage = ({wantsJoinPage, joinPage: page}: Settings, {url}: Site): Facts => ({
  wanted: wantsJoinPage,
  configured: page !== undefined,
  served_beside_site_url: joinPageBeside(page, url) !== undefined,
  sites_that_may_frame_it: page?.sites.length ?? 0,
  sdk_version: page?.sdk.version ?? null,
  open_to_guests: page?.isOpenToGuests ?? false,
});

const describeActivity = (
  {accepted, validated, meetingAt, events, refused}: WebhookActivity,
  secrets: string,
): Facts => ({
  last_accepted: time(accepted?.at),
  last_accepted_with_present_secrets: factOf(secrets, accepted) !== undefined,
  last_validation: time(validated?.at),
  last_validation_with_present_secrets: factOf(secrets, validated) !== undefined,
  refused_at_wrong_address: describeRefusals(refused.address),
  refused_for_wrong_signature: describeRefusals(refused.signature),
  last_meeting_started: time(meetingAt),
  events_seen: Object.keys(events),
});

/** The count is since the secrets were last changed. */
const describeRefusals = (refusals: Refusals | undefined): Facts => ({
  count: refusals?.count ?? 0,
  last: time(refusals?.at),
});

const time = (at: number | undefined): string | null =>
  at === undefined ? null : new Date(at).toISOString();
