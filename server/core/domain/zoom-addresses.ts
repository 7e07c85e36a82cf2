/** Where Zoom is: its own cloud, Zoom for Government, or a site of the administrator's. */
export interface ZoomAddresses {
  /** Web and OAuth, for example `https://zoom.us`; no trailing slash. */
  webUrl: string;
  /** REST, for example `https://api.zoom.us/v2`; no trailing slash. */
  apiUrl: string;
  /** Plain http and private addresses are allowed for exactly these two hosts. */
  allowInsecure: boolean;
}

/** Zoom's own domains: https://developers.zoom.us/docs/api/ and Zoom for Government. */
const VENDOR_DOMAINS = ['zoom.us', 'zoom.com', 'zoomgov.com'];

/** Typed addresses that a browser would read differently from how they look are refused, not repaired. */
const PLAIN_ADDRESS = /^https?:\/\/[a-z0-9.-]+(:\d{1,5})?(\/[\w./-]*)?$/i;

export type AddressProblem =
  'not-an-address' | 'not-https' | 'ip-address' | 'looks-like-zoom' | 'other-site-than-the-web-address';

/** `new URL` has brought every way to write an IPv4 address (`0x7f.1`, `2130706433`) into this form. */
const IPV4_ADDRESS = /^\d+(\.\d+){3}$/;

const isVendorHost = (host: string): boolean =>
  VENDOR_DOMAINS.some((domain) => host === domain || host.endsWith(`.${domain}`));

/** `zoom.us.evil.example` and `notzoom.us` are made to be mistaken for Zoom. */
const looksLikeVendor = (host: string): boolean =>
  !isVendorHost(host) && VENDOR_DOMAINS.some((domain) => `${host}.`.includes(`${domain}.`));

/** Checks one address as typed. `undefined`: it may be used. */
export function addressProblem(typed: string, allowInsecure: boolean): AddressProblem | undefined {
  if (!PLAIN_ADDRESS.test(typed) || !URL.canParse(typed)) return 'not-an-address';
  if (allowInsecure) return undefined;
  const url = new URL(typed);
  if (url.protocol !== 'https:') return 'not-https';
  if (IPV4_ADDRESS.test(url.hostname)) return 'ip-address';
  return looksLikeVendor(url.hostname) ? 'looks-like-zoom' : undefined;
}

/**
 * A self-hosted site is named by both settings: an API address elsewhere than the web address would carry the
 * bearer token to a stranger.
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

/** On which hosts a join link may be, for whoever draws one. */
export interface LinkHosts {
  /** https on the domain itself and below it. */
  domains: readonly string[];
  /** Exactly these `host[:port]`, by plain http too. */
  insecure: readonly string[];
}

/** The same rule as {@link isJoinLinkAllowed}, told to the web app. */
export function linkHosts(addresses: ZoomAddresses | undefined): LinkHosts {
  if (addresses === undefined) return {domains: VENDOR_DOMAINS, insecure: []};
  const web = new URL(addresses.webUrl);
  const api = new URL(addresses.apiUrl);
  return {
    domains: isVendorHost(web.hostname) ? VENDOR_DOMAINS : [...VENDOR_DOMAINS, web.hostname],
    insecure: addresses.allowInsecure ? [...new Set([web.host, api.host])] : [],
  };
}

/** All else a link percent-encodes. */
const PRINTABLE_ASCII = /^[!-~]{1,2048}$/;
const ENDS_A_MARKDOWN_LINK = /[<>()[\]\\"`|]/;

/**
 * Whether a link that Zoom gave may be posted: https on a host of Zoom's or of the configured site; on exactly the
 * configured insecure hosts plain http as well.
 */
export function isJoinLinkAllowed(link: string, addresses: ZoomAddresses): boolean {
  if (!PRINTABLE_ASCII.test(link) || ENDS_A_MARKDOWN_LINK.test(link) || !URL.canParse(link)) return false;
  const url = new URL(link);
  if (url.username !== '' || url.password !== '') return false;
  const web = new URL(addresses.webUrl);
  const api = new URL(addresses.apiUrl);
  if (addresses.allowInsecure && (url.host === web.host || url.host === api.host)) {
    return url.protocol === 'https:' || url.protocol === 'http:';
  }
  if (url.protocol !== 'https:') return false;
  return (
    isVendorHost(url.hostname) || url.hostname === web.hostname || url.hostname.endsWith(`.${web.hostname}`)
  );
}
