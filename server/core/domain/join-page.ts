import {SecretText} from './secret-text.js';
import type {RawSettings, SettingKey} from './settings-schema.js';
import {type OriginProblem, type OriginReading, readOrigin, shareHost} from './web-origin.js';
import {addressProblem} from './zoom-addresses.js';
import {readUrl} from '../../../contract/read-url.js';

/** What the page's HTML and its script carry, so that a test of the set-up can tell them from what others answer. */
export const JOIN_PAGE_HEADER = {name: 'x-zoom-join-page', value: '1'} as const;

/** Where Zoom's Meeting SDK for Web lies: Zoom's own files, or a mirror with the same layout. */
export interface SdkAddress {
  /** Without the version and without a slash at the end, for example `https://source.zoom.us`. */
  base: string;
  /** For example `6.2.0`. */
  version: string;
}

/** The page on which people join in the browser. */
export interface JoinPage {
  /** For example `https://join.example.org`. */
  origin: string;
  /** The General App with Meeting SDK. */
  clientId: string;
  clientSecret: SecretText;
  /** Origins that may show the page in a frame. */
  sites: readonly string[];
  sdk: SdkAddress;
  /** Stream URLs let in people who are not signed in to Mattermost. */
  isOpenToGuests: boolean;
  isOnCards: boolean;
  /** Channel and system administrators may make stream URLs for meetings of others. */
  adminsMayShare: boolean;
}

/** no-sites: one of them is no origin that can be named in a policy · no-sdk-address: it does not end with a version */
export type JoinPageProblemKind =
  'missing' | OriginProblem | 'looks-like-zoom' | 'no-sites' | 'no-sdk-address';

export interface JoinPageProblem {
  setting: SettingKey;
  kind: JoinPageProblemKind;
}

export interface JoinPageReading {
  /** `undefined`: there is none, or {@link problems} says what is wrong. */
  page: JoinPage | undefined;
  problems: readonly JoinPageProblem[];
}

/** Reads the settings of the page; where no address is set there is none, and nothing is wrong. */
export function readJoinPage(raw: RawSettings): JoinPageReading {
  if (raw.JoinPageURL === '') return {page: undefined, problems: []};
  const allowInsecure = raw.AllowInsecureZoomURLs;
  const address = readOrigin(raw.JoinPageURL, allowInsecure);
  const sites = readSites(raw.JoinPageSites, allowInsecure);
  const sdk = readSdkAddress(raw.JoinPageSDK, allowInsecure);
  const problems: JoinPageProblem[] = [
    ...(address.ok ? [] : [{setting: 'JoinPageURL', kind: address.problem} as const]),
    ...(['JoinPageClientID', 'JoinPageClientSecret'] as const)
      .filter((setting) => raw[setting] === '')
      .map((setting) => ({setting, kind: 'missing'}) as const),
    ...(sites === undefined ? [{setting: 'JoinPageSites', kind: 'no-sites'} as const] : []),
    ...(typeof sdk === 'string' ? [{setting: 'JoinPageSDK', kind: sdk} as const] : []),
  ];
  if (problems.length > 0 || !address.ok || sites === undefined || typeof sdk === 'string') {
    return {page: undefined, problems};
  }
  const page = {
    origin: address.origin,
    clientId: raw.JoinPageClientID,
    clientSecret: new SecretText(raw.JoinPageClientSecret),
    sites,
    sdk,
    isOpenToGuests: raw.JoinPageGuests,
    isOnCards: raw.JoinPageOnCards,
    adminsMayShare: raw.JoinPageAdmins,
  };
  return {page, problems};
}

/** `undefined`: one of them is wrong. None may hold a wildcard, which would let in whoever gets a name below it. */
function readSites(typed: string, allowInsecure: boolean): readonly string[] | undefined {
  const readings = typed
    .split(/[\s,;]+/)
    .filter((site) => site !== '')
    .map((site): OriginReading => readOrigin(site, allowInsecure));
  return readings.every(isOrigin) ? [...new Set(readings.map(({origin}) => origin))] : undefined;
}

const isOrigin = (reading: OriginReading): reading is Extract<OriginReading, {ok: true}> => reading.ok;

type SdkProblem = Extract<
  JoinPageProblemKind,
  'not-https' | 'ip-address' | 'looks-like-zoom' | 'no-sdk-address'
>;

function readSdkAddress(typed: string, allowInsecure: boolean): SdkAddress | SdkProblem {
  const problem = addressProblem(typed, allowInsecure);
  switch (problem) {
    case 'not-https':
    case 'ip-address':
    case 'looks-like-zoom':
      return problem;
    case 'not-an-address':
    case 'other-site-than-the-web-address':
      return 'no-sdk-address';
    case undefined:
      return splitVersion(new URL(typed)) ?? 'no-sdk-address';
  }
}

function splitVersion({origin, pathname}: URL): SdkAddress | undefined {
  const [, path = '', version] = /^(.*?)\/+(\d+\.\d+\.\d+)\/*$/.exec(pathname) ?? [];
  return version === undefined ? undefined : {base: origin + path, version};
}

/** Of the files that a browser loads, one of each place where they lie: the SDK itself, what it needs, its look. */
export const sdkFiles = ({
  base,
  version,
}: SdkAddress): readonly {file: string; type: 'script' | 'style'}[] => [
  {file: `${base}/zoom-meeting-${version}.min.js`, type: 'script'},
  {file: `${base}/${version}/lib/vendor/react.min.js`, type: 'script'},
  {file: `${base}/${version}/ui/zoom-meetingsdk.css`, type: 'style'},
];

/**
 * The page is on Mattermost's own host, where its foreign script could act as every reader, or on another port of it,
 * where it would read and set the same cookies.
 */
export const isOnHostOf = (page: JoinPage | undefined, siteUrl: string): boolean =>
  page !== undefined && readUrl(siteUrl) !== undefined && shareHost(page.origin, siteUrl);

/** The page as it may be served beside that Site URL: never on its host, nor where nobody knows it. */
export const joinPageBeside = (page: JoinPage | undefined, siteUrl: string): JoinPage | undefined =>
  readUrl(siteUrl) === undefined || isOnHostOf(page, siteUrl) ? undefined : page;
