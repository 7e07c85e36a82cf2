import {isIP} from 'node:net';
import {readUrl} from '../../../contract/read-url.js';

/** not-an-origin: there is a path, a query, a name or a wildcard in it, or no browser takes it for an address */
export type OriginProblem = 'not-an-origin' | 'not-https' | 'ip-address';

export type OriginReading = {ok: true; origin: string} | {ok: false; problem: OriginProblem};

const TYPED = /^https?:\/\/[^\s/?#@\\%*]+\/?$/i;

/** As browsers compare them; one that ends with a dot is another host to them, though DNS knows no difference. */
const HOST = /^[a-z0-9-]+(\.[a-z0-9-]+)*$/;

/**
 * Reads an origin that somebody typed and gives it the form in which browsers name it: in lower case, letters beyond
 * ASCII as DNS knows them, without the usual port.
 */
export function readOrigin(typed: string, allowInsecure: boolean): OriginReading {
  const url = TYPED.test(typed) ? readUrl(typed) : undefined;
  if (url === undefined) return {ok: false, problem: 'not-an-origin'};
  const {origin, protocol, hostname} = url;
  // Every way to write an IPv4 address has its usual form by now; one of IPv6 is in brackets.
  const isAddress = hostname.startsWith('[') || isIP(hostname) !== 0;
  if (isAddress && !allowInsecure) return {ok: false, problem: 'ip-address'};
  if (!isAddress && !HOST.test(hostname)) return {ok: false, problem: 'not-an-origin'};
  if (protocol !== 'https:' && !allowInsecure) return {ok: false, problem: 'not-https'};
  return {ok: true, origin};
}

/** @param url - one that can be parsed */
const hostName = (url: string): string => new URL(url).hostname.replace(/\.+$/, '');

/**
 * Both are on one host, whatever the ports and schemes are: a browser keeps cookies apart by the name of the host
 * alone.
 */
export const shareHost = (one: string, other: string): boolean => hostName(one) === hostName(other);

/** The host of `url` lies below that of `parent`. */
export const isBelowHost = (url: string, parent: string): boolean =>
  hostName(url).endsWith(`.${hostName(parent)}`);
