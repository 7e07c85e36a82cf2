import type {CheckState} from '../../../contract/admin.js';
import type {SettingKey} from './settings-schema.js';

/** The steps of a set-up, in the order in which each needs those before it. */
export const CHECK_IDS = [
  'settings',
  'token',
  'account',
  'scopes',
  'you',
  'webhook',
  'validation',
  'site_url',
  'join_page',
] as const;
export type CheckId = (typeof CHECK_IDS)[number];

interface Meaning {
  state: CheckState;
  /** Where to look first. */
  settings: readonly SettingKey[];
}

const works = {state: 'works', settings: []} as const;
const unset = {state: 'unset', settings: []} as const;
const unknown = {state: 'unknown', settings: []} as const;
const wrong = (...settings: SettingKey[]) => ({state: 'wrong', settings}) as const;
const missing = (...settings: SettingKey[]) => ({state: 'missing', settings}) as const;

/** Everything that a check can find. Each has one text of its name, which says what to change and where. */
export const FINDINGS = {
  'settings.complete': works,
  'settings.incomplete': missing(),
  'settings.wrong': wrong(),
  'settings.unset': unset,

  'untested.unset': unset,
  'untested.settings': unknown,
  'untested.token': unknown,
  'untested.scopes': unknown,
  'untested.unsaved': unknown,
  'untested.account': unknown,
  'untested.store': unknown,

  'token.works': works,
  'token.client': wrong('OAuthClientID', 'OAuthClientSecret', 'AccountID'),
  'token.idAndSecretSwapped': wrong('OAuthClientID', 'OAuthClientSecret'),
  'token.account': wrong('AccountID'),
  'token.accountNumber': wrong('AccountID'),
  'token.accountAndClientEqual': wrong('AccountID', 'OAuthClientID'),
  'token.appType': wrong('AccountID', 'OAuthClientID', 'OAuthClientSecret'),
  'token.appDisabled': wrong(),
  'token.useless': wrong('AccountID', 'OAuthClientID', 'OAuthClientSecret'),
  'token.consentClient': wrong('OAuthClientID', 'OAuthClientSecret'),
  'token.consentAppType': wrong('ConnectionMode', 'OAuthClientID', 'OAuthClientSecret'),
  'token.consentRefused': wrong('OAuthClientID', 'OAuthClientSecret'),
  'token.redirect': wrong(),
  'token.refused': wrong('AccountID', 'OAuthClientID', 'OAuthClientSecret'),
  'token.keyRefused': wrong('APIKey', 'APISecret'),
  'token.noJwt': wrong('ConnectionMode'),

  'trouble.unreachable': wrong('ZoomURL', 'ZoomAPIURL'),
  'trouble.proxy': wrong('ProxyURL'),
  'trouble.certificate': wrong(),
  'trouble.notZoom': wrong('ZoomURL', 'ZoomAPIURL'),
  'trouble.blockedAddress': wrong('ZoomURL', 'ZoomAPIURL', 'AllowInsecureZoomURLs'),
  'trouble.notUnderstood': wrong('ZoomURL', 'ZoomAPIURL'),
  'trouble.timeout': unknown,
  'trouble.serverError': unknown,
  'trouble.rateLimited': unknown,
  'trouble.refused': wrong(),

  'scopes.granted': works,
  'scopes.none': works,
  'scopes.missing': missing(),
  'scopes.untold': unknown,
  'scopes.untested': unknown,

  'account.connected': works,
  'account.notConnected': missing(),

  'you.connected': works,
  'you.connectedBasic': works,
  'you.notConnected': missing(),
  'you.found': works,
  'you.basic': works,
  'you.notInZoom': wrong(),
  'you.otherEmail': wrong(),
  'you.notActive': wrong(),
  'you.otherAccount': wrong('AccountID'),
  'you.forbidden': wrong(),
  'you.emailMissing': wrong(),
  'you.emailUnconfirmed': wrong('TrustUnverifiedEmails'),

  'webhook.arrived': works,
  'webhook.none': missing(),
  'webhook.noStart': missing(),
  'webhook.noEnd': missing(),
  'webhook.notSubscribed': wrong(),
  'webhook.before': missing('WebhookSecret', 'ZoomWebhookSecret'),
  'webhook.wrongAddress': wrong('WebhookSecret'),
  'webhook.refused': wrong('ZoomWebhookSecret'),
  'webhook.noToken': missing('ZoomWebhookSecret'),
  'webhook.noSecret': missing('WebhookSecret'),
  'webhook.clock': wrong(),
  'webhook.untold': unknown,

  'validation.done': works,
  'validation.unseen': works,
  'validation.before': missing(),
  'validation.none': missing(),
  'validation.noToken': missing('ZoomWebhookSecret'),
  'validation.untold': unknown,

  'siteUrl.reachable': works,
  'siteUrl.missing': missing(),
  'siteUrl.notHttps': wrong(),
  'siteUrl.notPublic': wrong(),
  'siteUrl.certificate': wrong(),
  'siteUrl.redirect': wrong(),
  'siteUrl.otherAnswer': wrong(),
  'siteUrl.notReached': unknown,

  'joinPage.opens': works,
  'joinPage.sharesHost': wrong('JoinPageURL'),
  'joinPage.clock': wrong(),
  'joinPage.unsaved': unknown,
  'joinPage.notReached': unknown,
  'joinPage.certificate': wrong('JoinPageURL'),
  'joinPage.redirect': wrong('JoinPageURL'),
  'joinPage.otherAnswer': wrong('JoinPageURL'),
  'joinPage.wholeMattermost': wrong('JoinPageURL'),
  'joinPage.sdkNotReached': unknown,
  'joinPage.sdkCertificate': wrong('JoinPageSDK'),
  'joinPage.sdkOther': wrong('JoinPageSDK'),
} as const satisfies Record<string, Meaning>;

export type Finding = keyof typeof FINDINGS;

/** What comes by itself once somebody has gone on: on the way there, it is no fault of the set-up. */
export const YET_TO_COME: ReadonlySet<Finding> = new Set<Finding>([
  'webhook.none',
  'webhook.before',
  'webhook.noEnd',
  'validation.none',
  'validation.before',
]);
