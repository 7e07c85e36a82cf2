import type {LinkHosts} from './api/client-info.js';

/**
 * The address if it may be a link, as the browser reads it: https on a host of Zoom's or of the administrator's own
 * site; plain http on hosts that the administrator named insecure.
 */
export function allowedLink(address: unknown, hosts: LinkHosts | undefined): string | undefined {
  if (typeof address !== 'string' || address.length > 2048 || hosts === undefined || !URL.canParse(address)) {
    return undefined;
  }
  const url = new URL(address);
  if (url.username !== '' || url.password !== '') return undefined;
  const isInsecure = hosts.insecure.includes(url.host);
  if (url.protocol === 'http:') return isInsecure ? url.href : undefined;
  if (url.protocol !== 'https:') return undefined;
  const isKnown = hosts.domains.some(
    (domain) => url.hostname === domain || url.hostname.endsWith(`.${domain}`),
  );
  return isKnown || isInsecure ? url.href : undefined;
}
