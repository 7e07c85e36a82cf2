import {addressProblem} from './zoom-addresses.js';
import {SecretText} from './secret-text.js';
import type {RawSettings, SettingKey} from './settings-schema.js';

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

/** not-an-origin: there is a path, a query or a name in it · no-sites: one of them is no origin · no-sdk-address */
export type JoinPageProblemKind = 'missing' | 'not-an-origin' | 'not-https' | 'no-sites' | 'no-sdk-address';

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
  const sites = raw.JoinPageSites.split(/[\s,]+/).filter((site) => site !== '');
  const origin = originOf(raw.JoinPageURL);
  const sdk = readSdkAddress(raw.JoinPageSDK, allowInsecure);
  const problems: JoinPageProblem[] = [
    ...(origin === undefined ? [{setting: 'JoinPageURL', kind: 'not-an-origin'} as const] : []),
    ...(origin !== undefined && !allowInsecure && !origin.startsWith('https:')
      ? [{setting: 'JoinPageURL', kind: 'not-https'} as const]
      : []),
    ...(['JoinPageClientID', 'JoinPageClientSecret'] as const)
      .filter((setting) => raw[setting] === '')
      .map((setting) => ({setting, kind: 'missing'}) as const),
    ...(sites.some((site) => originOf(site) === undefined)
      ? [{setting: 'JoinPageSites', kind: 'no-sites'} as const]
      : []),
    ...(sdk === undefined ? [{setting: 'JoinPageSDK', kind: 'no-sdk-address'} as const] : []),
  ];
  if (problems.length > 0 || origin === undefined || sdk === undefined) return {page: undefined, problems};
  const page = {
    origin,
    clientId: raw.JoinPageClientID,
    clientSecret: new SecretText(raw.JoinPageClientSecret),
    sites: sites.flatMap((site) => originOf(site) ?? []),
    sdk,
    isOpenToGuests: raw.JoinPageGuests,
    isOnCards: raw.JoinPageOnCards,
    adminsMayShare: raw.JoinPageAdmins,
  };
  return {page, problems};
}

/** What a browser calls an origin; `undefined`: there is more in it, or less. */
function originOf(typed: string): string | undefined {
  if (!/^https?:\/\/[a-z0-9.-]+(:\d{1,5})?\/?$/i.test(typed) || !URL.canParse(typed)) return undefined;
  return new URL(typed).origin;
}

function readSdkAddress(typed: string, allowInsecure: boolean): SdkAddress | undefined {
  const address = typed.replace(/\/+$/, '');
  if (addressProblem(address, allowInsecure) !== undefined) return undefined;
  const [, base = '', version] = /^(.+)\/(\d+\.\d+\.\d+)$/.exec(address) ?? [];
  return version === undefined ? undefined : {base, version};
}

/**
 * The page as it may be served beside that Site URL: never on Mattermost's own origin, where its foreign script could
 * act as every reader.
 */
export const joinPageBeside = (page: JoinPage | undefined, siteUrl: string): JoinPage | undefined =>
  page === undefined || !URL.canParse(siteUrl) || new URL(siteUrl).host === new URL(page.origin).host
    ? undefined
    : page;
