import {isBelow, type LinkHosts, ZOOM_DOMAINS, ZOOM_HOSTS} from '../../../contract/link-rules.js';
import type {ProxyAddress} from './proxy-address.js';
import {readUrl} from '../../../contract/read-url.js';

/** Where Zoom is: its own cloud, Zoom for Government, or the administrator's own site. */
export interface ZoomAddresses {
  /** Web and OAuth, for example `https://zoom.us`; no trailing slash. */
  webUrl: string;
  /** REST, for example `https://api.zoom.us/v2`; no trailing slash. */
  apiUrl: string;
  /** Plain http and private addresses are allowed for exactly these two hosts. */
  allowInsecure: boolean;
  /** The proxy of the settings. `undefined`: that of the environment, if there is one. */
  proxy?: ProxyAddress | undefined;
  /** Domains where links to meetings may lead as well. */
  linkDomains?: readonly string[] | undefined;
}

/** Typed addresses that a browser would read differently from how they look are refused, not repaired. */
const PLAIN_ADDRESS = /^https?:\/\/[a-z0-9.-]+(:\d{1,5})?(\/[\w./-]*)?$/i;

export type AddressProblem =
  'not-an-address' | 'not-https' | 'ip-address' | 'looks-like-zoom' | 'other-site-than-the-web-address';

/** `new URL` has brought every way to write an IPv4 address (`0x7f.1`, `2130706433`) into this form. */
const IPV4_ADDRESS = /^\d+(\.\d+){3}$/;

const isVendorHost = (host: string): boolean => isBelow(host, ZOOM_DOMAINS);

/** `zoom.us.evil.example` and `notzoom.us` are made to be mistaken for Zoom. */
export const isLookAlike = (host: string): boolean =>
  !isVendorHost(host) && ZOOM_DOMAINS.some((domain) => `${host}.`.includes(`${domain}.`));

/** Checks one address as typed. `undefined`: it may be used. */
export function addressProblem(typed: string, allowInsecure: boolean): AddressProblem | undefined {
  const url = PLAIN_ADDRESS.test(typed) ? readUrl(typed) : undefined;
  if (url === undefined) return 'not-an-address';
  if (allowInsecure) return undefined;
  if (url.protocol !== 'https:') return 'not-https';
  if (IPV4_ADDRESS.test(url.hostname)) return 'ip-address';
  return isLookAlike(url.hostname) ? 'looks-like-zoom' : undefined;
}

/**
 * Both settings have to name the same self-hosted site: an API address elsewhere would send the bearer token to a
 * stranger.
 */
export function belongTogether(webUrl: string, apiUrl: string): boolean {
  const web = new URL(webUrl).hostname;
  const api = new URL(apiUrl).hostname;
  if (isVendorHost(web) || isVendorHost(api)) return isVendorHost(web) && isVendorHost(api);
  return api === web || api.endsWith(`.${web}`) || parentDomain(api) === parentDomain(web);
}

const parentDomain = (host: string): string => {
  const labels = host.split('.');
  return labels.length > 2 && !IPV4_ADDRESS.test(host) ? labels.slice(1).join('.') : host;
};

/** Where a join link may lead, for everybody who draws one. */
export function linkHosts(addresses: ZoomAddresses | undefined): LinkHosts {
  if (addresses === undefined) return ZOOM_HOSTS;
  const web = new URL(addresses.webUrl);
  const api = new URL(addresses.apiUrl);
  const own = isVendorHost(web.hostname) ? [] : [web.hostname];
  return {
    domains: [...ZOOM_DOMAINS, ...own, ...(addresses.linkDomains ?? [])],
    insecure: addresses.allowInsecure ? [...new Set([web.host, api.host])] : [],
  };
}
