import {type JoinPage, type JoinPageProblemKind, readJoinPage} from './join-page.js';
import {readLinkDomains} from './link-domains.js';
import type {Mode} from './modes/mode.js';
import {modeInForce} from './mode-in-force.js';
import {MODES} from './modes.js';
import {readProxyAddress} from './proxy-address.js';
import {SecretText} from './secret-text.js';
import {
  COUNTS,
  type RawSettings,
  readCount,
  readSwitch,
  type SecretSetting,
  type SettingKey,
  settingsSchema,
  SWITCHES,
} from './settings-schema.js';
import {type AddressProblem, addressProblem, belongTogether, type ZoomAddresses} from './zoom-addresses.js';
import type {ConsentBy, ZoomConnection} from './zoom-connection.js';

export interface SettingProblem {
  setting: SettingKey;
  /** to-be-typed-again: a stored secret, which is not sent to an address that has only been typed. */
  kind:
    | 'missing'
    | 'unknown-choice'
    | 'to-be-typed-again'
    | 'no-switch'
    | 'no-count'
    | 'no-proxy'
    | 'no-domains'
    | 'too-short'
    | JoinPageProblemKind
    | AddressProblem;
}

/** One consistent reading of the settings. A request uses the one that it began with. */
export interface Settings {
  /** The name of the mode in force, which need not be one that we know. */
  mode: string;
  /** Whose consent in Zoom it takes. */
  consent: ConsentBy;
  /** `undefined`: {@link problems} says what is missing, and no meeting can be started. */
  zoom: {connection: ZoomConnection; addresses: ZoomAddresses} | undefined;
  /** The Zoom account that is ours, where the mode names one. */
  accountId: string | undefined;
  /** Part of the webhook address. */
  webhookSecret: SecretText | undefined;
  /** Zoom's secret token, which signs webhooks. */
  zoomWebhookSecret: SecretText | undefined;
  /** False only in the legacy mode without a secret token. */
  signatureRequired: boolean;
  encryptionKey: SecretText | undefined;
  /** Those that tokens may still be encrypted with. */
  previousEncryptionKeys: readonly SecretText[];
  trustUnverifiedEmails: boolean;
  /** Starts in channels with more members are confirmed; 0: none are. */
  confirmAbove: number;
  /** System administrators may ask Zoom about the whole account, and anything else. */
  accountApi: boolean;
  /** Ids of the plugins that may use the API in the name of people. */
  apiPlugins: readonly string[];
  /** Names of Zoom's events that other systems may read. */
  eventFeed: readonly string[];
  /** User names of the bots that may read them, beside system administrators. */
  eventReaders: readonly string[];
  /** Somebody has entered an address for the page to join. */
  wantsJoinPage: boolean;
  /** `undefined`: there is none, or {@link problems} says what is wrong with it; meetings do without. */
  joinPage: JoinPage | undefined;
  /** Zoom is in the same closed network, or in a test. */
  allowInsecureAddresses: boolean;
  problems: readonly SettingProblem[];
  /** What a person has to enter for the chosen way to connect. The rest has a default or is generated. */
  entered: readonly SettingKey[];
}

/** Reads what the administrator saved. It never fails: the answer is always usable, and says what is wrong. */
export function readSettings(
  stored: Readonly<Record<string, unknown>>,
  modes: readonly Mode[] = MODES,
): Settings {
  const named = byCanonicalName(stored);
  const raw = settingsSchema.parse(named);
  const addresses = readAddresses(raw);
  const modeName = modeInForce(raw, named);
  const mode = modes.find(({name}) => name === modeName);
  const connection = readConnection(raw, mode);
  const secret = (key: SecretSetting): SecretText | undefined =>
    raw[key] === '' ? undefined : new SecretText(raw[key]);
  const joinPage = readJoinPage(raw);
  const signatureRequired =
    mode?.webhooksAreSigned !== 'where-a-token-is-set' || raw.ZoomWebhookSecret !== '';
  return {
    mode: modeName,
    consent: mode?.consent ?? 'nobody',
    zoom:
      addresses.ok && connection.ok ? {connection: connection.value, addresses: addresses.value} : undefined,
    accountId: mode?.account === undefined ? undefined : String(raw[mode.account]) || undefined,
    webhookSecret: secret('WebhookSecret'),
    zoomWebhookSecret: secret('ZoomWebhookSecret'),
    signatureRequired,
    encryptionKey: secret('EncryptionKey'),
    previousEncryptionKeys: listOf(raw.PreviousEncryptionKeys).map((key) => new SecretText(key)),
    trustUnverifiedEmails: raw.TrustUnverifiedEmails,
    confirmAbove: raw.ConfirmAbove,
    accountApi: raw.AccountAPI,
    apiPlugins: listOf(raw.APIPlugins),
    eventFeed: listOf(raw.EventFeed),
    eventReaders: listOf(raw.EventReaders).map((name) => name.replace(/^@/, '').toLowerCase()),
    wantsJoinPage: raw.JoinPageURL !== '',
    joinPage: joinPage.page,
    allowInsecureAddresses: raw.AllowInsecureZoomURLs,
    entered: [
      ...(mode?.settings ?? []),
      ...(mode?.webhooksAreSigned === 'always' ? (['ZoomWebhookSecret'] as const) : []),
    ],
    problems: [
      ...connection.problems,
      ...addresses.problems,
      ...besideTheConnection(named, raw),
      ...joinPage.problems,
      // Both are generated, and missing only where Mattermost could not save them.
      ...missing(raw, ['WebhookSecret', 'EncryptionKey']),
      ...missing(raw, signatureRequired ? ['ZoomWebhookSecret'] : []),
    ],
  };
}

/** Mattermost hands out the names in lower case. */
function byCanonicalName(stored: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const names = new Map(Object.keys(settingsSchema.shape).map((name) => [name.toLowerCase(), name]));
  const entries = Object.entries(stored).map(([name, value]) => [
    names.get(name.toLowerCase()) ?? name,
    value,
  ]);
  return Object.fromEntries(entries) as Record<string, unknown>;
}

/** Separated by commas or white space, which no generated key contains. */
const listOf = (text: string): readonly string[] => text.split(/[\s,]+/).filter((part) => part !== '');

type Reading<T> = {ok: true; value: T; problems: []} | {ok: false; problems: SettingProblem[]};

const missing = (raw: RawSettings, keys: readonly SettingKey[]): SettingProblem[] =>
  keys.filter((setting) => raw[setting] === '').map((setting) => ({setting, kind: 'missing'}));

function readConnection(raw: RawSettings, mode: Mode | undefined): Reading<ZoomConnection> {
  if (mode === undefined) return {ok: false, problems: [{setting: 'ConnectionMode', kind: 'unknown-choice'}]};
  const problems = [...missing(raw, mode.settings), ...keyProblems(raw, mode)];
  // Without a key nobody's consent could be stored; that it is missing is said of every mode.
  const isWithoutKey = mode.consent !== 'nobody' && raw.EncryptionKey === '';
  return problems.length > 0 || isWithoutKey
    ? {ok: false, problems}
    : {ok: true, value: mode.connect(raw), problems: []};
}

/** Of characters of a key that somebody made up. One that is generated has more. */
const SHORTEST_KEY = 16;

/** What protects Zoom's tokens must not be guessed by whoever reads the store. */
function keyProblems({EncryptionKey}: RawSettings, {consent}: Mode): SettingProblem[] {
  const isShort = EncryptionKey !== '' && EncryptionKey.length < SHORTEST_KEY;
  return consent !== 'nobody' && isShort ? [{setting: 'EncryptionKey', kind: 'too-short'}] : [];
}

/** What is wrong and stops no meeting: it counts as switched off. */
const besideTheConnection = (
  named: Readonly<Record<string, unknown>>,
  raw: RawSettings,
): readonly SettingProblem[] => [
  ...SWITCHES.filter((key) => readSwitch(named[key]) === undefined).map((setting): SettingProblem => ({
    setting,
    kind: 'no-switch',
  })),
  ...COUNTS.filter((key) => readCount(named[key]) === undefined).map((setting): SettingProblem => ({
    setting,
    kind: 'no-count',
  })),
  ...(readLinkDomains(raw.LinkDomains).isSound
    ? []
    : [{setting: 'LinkDomains', kind: 'no-domains'} as const]),
];

function readAddresses(raw: RawSettings): Reading<ZoomAddresses> {
  const allowInsecure = raw.AllowInsecureZoomURLs;
  const problems = (['ZoomURL', 'ZoomAPIURL'] as const).flatMap((setting): SettingProblem[] => {
    const kind = addressProblem(raw[setting], allowInsecure);
    return kind === undefined ? [] : [{setting, kind}];
  });
  if (problems.length === 0 && !allowInsecure && !belongTogether(raw.ZoomURL, raw.ZoomAPIURL)) {
    problems.push({setting: 'ZoomAPIURL', kind: 'other-site-than-the-web-address'});
  }
  const proxy = raw.ProxyURL === '' ? undefined : readProxyAddress(raw.ProxyURL);
  // Without it, the calls would take a way that the administrator did not mean.
  if (raw.ProxyURL !== '' && proxy === undefined) problems.push({setting: 'ProxyURL', kind: 'no-proxy'});
  if (problems.length > 0) return {ok: false, problems};
  const withoutSlash = (address: string): string => address.replace(/\/+$/, '');
  const value = {
    webUrl: withoutSlash(raw.ZoomURL),
    apiUrl: withoutSlash(raw.ZoomAPIURL),
    allowInsecure,
    proxy,
    linkDomains: readLinkDomains(raw.LinkDomains).domains,
  };
  return {ok: true, value, problems: []};
}
