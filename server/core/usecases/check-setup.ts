import {ROUTES_PATH} from '../../../contract/routes.js';
import {draftSettings} from '../domain/draft-settings.js';
import {CHECK_IDS} from '../domain/findings.js';
import {judgeClock, judgeSigningClock} from '../domain/judge-clock.js';
import {judgeValidation, judgeWebhooks} from '../domain/judge-webhooks.js';
import type {SecretText} from '../domain/secret-text.js';
import {isSameApp} from '../domain/same-app.js';
import {readSettings, type Settings} from '../domain/settings.js';
import {isUntouched, settingsCheck, setupCheck, type SetupCheck} from '../domain/setup-check.js';
import {WEBHOOK_PATH} from '../domain/site.js';
import {siteUrlProblem} from '../domain/site-url-problem.js';
import {withSetting} from '../domain/with-setting.js';
import type {ChatUser} from '../ports/chat.js';
import type {Host} from '../ports/host.js';
import {isStoreError} from '../ports/port-error.js';
import type {ProbeSite} from '../ports/probe-site.js';
import type {WebhookActivityLog} from '../ports/webhook-activity-log.js';
import {checkJoinPage} from './check-join-page.js';
import {checkZoom, type CheckZoomDeps} from './check-zoom.js';
import type {OneAtATime} from './one-at-a-time.js';

export interface CheckSetupInput {
  /** A system administrator: the caller has made sure. `undefined`: the operator of the service. */
  person: ChatUser | undefined;
  /** Settings as typed and not saved, by their names; `{}` tests what is stored. */
  typed: Readonly<Record<string, unknown>>;
  /** The caller's deadline. */
  signal: AbortSignal;
}

/** busy: this person's last test is still running. */
export type CheckSetupOutcome = {kind: 'checked'; checks: readonly SetupCheck[]} | {kind: 'busy'};

export type CheckSetup = (input: CheckSetupInput) => Promise<CheckSetupOutcome>;

export interface CheckSetupDeps extends CheckZoomDeps, Pick<Host, 'loadSettings' | 'site'> {
  activity: Pick<WebhookActivityLog, 'read'>;
  /** Fingerprint of the secrets that let a webhook in. */
  secretsInForce: (settings: Settings) => string;
  /** The one in force, which is not among the stored settings where the plugin made it. */
  webhookSecret: SecretText | undefined;
  probeSite: ProbeSite;
  /** By the person's id; outlives a change of the settings. */
  oneAtATime: OneAtATime;
}

/** The whole set-up, tested from the settings to the first webhook. Nothing is saved or changed anywhere. */
export const createCheckSetup =
  (deps: CheckSetupDeps): CheckSetup =>
  async (input) => {
    const checks = await deps.oneAtATime.run(input.person?.id ?? '', () => check(deps, input));
    return checks === 'busy' ? {kind: 'busy'} : {kind: 'checked', checks};
  };

async function check(
  deps: CheckSetupDeps,
  {person, typed, signal}: CheckSetupInput,
): Promise<readonly SetupCheck[]> {
  const [stored, site] = await Promise.all([deps.loadSettings(), deps.site()]);
  const inForce = withSetting(stored, 'WebhookSecret', deps.webhookSecret?.reveal() ?? '');
  const settings = draftSettings(inForce, typed);
  const saved = readSettings(inForce);
  if (isUntouched(settings)) return notBegun(settings, person);
  const [zoom, [webhooks, validation], siteUrl, joinPage] = await Promise.all([
    checkZoom(deps, {
      settings,
      isSameApp: isSameApp(saved.zoom, settings.zoom),
      person,
      signal,
    }),
    checkWebhooks(deps, settings),
    checkSite(
      deps.probeSite,
      {siteUrl: site.publicUrl, isClosedNetwork: settings.allowInsecureAddresses},
      signal,
    ),
    settings.wantsJoinPage
      ? checkJoinPage(
          deps.probeSite,
          {page: settings.joinPage, originInForce: saved.joinPage?.origin, siteUrl: site.url},
          signal,
        )
      : undefined,
  ]);
  // Where no signature is checked, no time is either.
  const arrivals = settings.signatureRequired ? judgeClock(webhooks, zoom.clockAhead) : webhooks;
  const optional = joinPage === undefined ? [] : [judgeSigningClock(joinPage, zoom.clockAhead)];
  return [settingsCheck(settings), ...zoom.checks, arrivals, validation, siteUrl, ...optional];
}

/** On an empty page, each line waits for the one before it, so none is a fault or a success. */
const notBegun = (settings: Settings, person: ChatUser | undefined): SetupCheck[] =>
  CHECK_IDS.filter(
    (id) =>
      (id !== 'you' || person !== undefined) &&
      (id !== 'account' || settings.consent === 'account') &&
      (id !== 'join_page' || settings.wantsJoinPage),
  ).map((id) => (id === 'settings' ? settingsCheck(settings) : setupCheck(id, 'untested.unset')));

async function checkWebhooks(
  {activity, secretsInForce}: CheckSetupDeps,
  settings: Settings,
): Promise<[SetupCheck, SetupCheck]> {
  try {
    const evidence = {activity: await activity.read(), secrets: secretsInForce(settings)};
    return [judgeWebhooks(settings, evidence), judgeValidation(settings, evidence)];
  } catch (error) {
    if (!isStoreError(error)) throw error;
    return [setupCheck('webhook', 'webhook.untold'), setupCheck('validation', 'validation.untold')];
  }
}

/** What the plugin's own webhook route answers to a plain GET. */
const ONLY_POST = 405;

async function checkSite(
  probe: ProbeSite,
  {siteUrl, isClosedNetwork}: {siteUrl: string; isClosedNetwork: boolean},
  signal: AbortSignal,
): Promise<SetupCheck> {
  const problem = siteUrlProblem(siteUrl, isClosedNetwork);
  if (problem !== undefined) return setupCheck('site_url', problem, {siteUrl});
  const answer = await probe(`${siteUrl}${ROUTES_PATH}${WEBHOOK_PATH}`, signal);
  if (answer.kind === 'not-answered') return setupCheck('site_url', 'siteUrl.notReached', {siteUrl});
  if (answer.kind === 'bad-certificate') return setupCheck('site_url', 'siteUrl.certificate', {siteUrl});
  const {status} = answer;
  if (status === ONLY_POST) return setupCheck('site_url', 'siteUrl.reachable', {siteUrl});
  const isRedirect = status >= 300 && status < 400;
  return setupCheck('site_url', isRedirect ? 'siteUrl.redirect' : 'siteUrl.otherAnswer', {siteUrl, status});
}
