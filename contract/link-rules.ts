import {readUrl} from './read-url.js';

/**
 * Zoom's own domains: https://developers.zoom.us/docs/api/, Zoom for Government, Zoom X of Deutsche Telekom, and Zoom in
 * China.
 */
export const ZOOM_DOMAINS: readonly string[] = [
  'zoom.us',
  'zoom.com',
  'zoomgov.com',
  'zoom-x.de',
  'zoom.com.cn',
];

/** The hosts that a link to a meeting may lead to. */
export interface LinkHosts {
  /** https on the domain itself and below it. */
  domains: readonly string[];
  /** Exactly these `host[:port]`, by plain http too. */
  insecure: readonly string[];
}

/** The hosts where nothing else is configured, and until the web app knows what is. */
export const ZOOM_HOSTS: LinkHosts = {domains: ZOOM_DOMAINS, insecure: []};

/** Whether a host is one of these domains or below one. `notzoom.us` and `zoom.us.evil.example` are not. */
export const isBelow = (hostname: string, domains: readonly string[]): boolean =>
  domains.some((domain) => hostname === domain || hostname.endsWith(`.${domain}`));

/**
 * Whether an address may become a link to a meeting: https on a known domain or below it, or either scheme on exactly
 * one of the hosts that the administrator allowed insecurely. Addresses that are easily misread are refused.
 */
export function isMeetingLink(link: unknown, {domains, insecure}: LinkHosts): link is string {
  const url = plainAddress(link);
  if (url === undefined) return false;
  if (insecure.includes(url.host)) return true;
  return url.protocol === 'https:' && isBelow(url.hostname, domains);
}

/** The host of an https address, shown beside a link that leads to somebody else's service. */
export function httpsHost(link: unknown): string | undefined {
  const url = plainAddress(link);
  return url?.protocol === 'https:' ? url.host : undefined;
}

const WEB_ADDRESS = /^https?:\/\/[!-~]{1,2048}$/i;

/** Some of these end a link in Markdown, and programs disagree on the others. A real link percent-encodes them. */
const MISREAD = /[<>()[\]\\"`|]/;

/** A web address that is what it looks like, without a user name or a password; `undefined` for anything else. */
export function plainAddress(link: unknown): URL | undefined {
  if (typeof link !== 'string' || !WEB_ADDRESS.test(link) || MISREAD.test(link)) return undefined;
  const url = readUrl(link);
  return url?.username === '' && url.password === '' ? url : undefined;
}
