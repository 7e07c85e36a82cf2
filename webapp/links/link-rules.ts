import type {LinkHosts} from '../api/answers.js';

/** Until the server has told its own: Zoom's. */
export const ZOOM_HOSTS: LinkHosts = {domains: ['zoom.us', 'zoom.com', 'zoomgov.com'], insecure: []};

/**
 * Whether an address may become a link to a meeting: https on a known domain or below it, or either scheme on exactly
 * one of the hosts that the administrator allowed insecurely. Nothing in it may be made to be misread.
 */
export function isMeetingLink(link: unknown, {domains, insecure}: LinkHosts): link is string {
  const url = plainAddress(link);
  if (url === undefined) return false;
  if (insecure.includes(url.host)) return true;
  return (
    url.protocol === 'https:' &&
    domains.some((domain) => url.hostname === domain || url.hostname.endsWith(`.${domain}`))
  );
}

/** The host of an https address, to be shown beside a link that leads to somebody else's service. */
export function httpsHost(link: unknown): string | undefined {
  const url = plainAddress(link);
  return url?.protocol === 'https:' ? url.host : undefined;
}

const WEB_ADDRESS = /^https?:\/\/[!-~]{1,2048}$/i;

/** Readers of addresses disagree on these, and the server refuses them as well: all else a link percent-encodes. */
const MISREAD = /[<>()[\]\\"`|]/;

/** `undefined`: no web address, or one that does not look like what it is. */
export function plainAddress(link: unknown): URL | undefined {
  if (typeof link !== 'string' || !WEB_ADDRESS.test(link) || MISREAD.test(link)) return undefined;
  if (!URL.canParse(link)) return undefined;
  const url = new URL(link);
  return url.username === '' && url.password === '' ? url : undefined;
}
