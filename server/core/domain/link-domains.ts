import {isLookAlike} from './zoom-addresses.js';
import {readUrl} from '../../../contract/read-url.js';

/** Two names at least, as a browser compares them; an IP address has no letter at its end. */
const DOMAIN = /^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]([a-z0-9-]*[a-z0-9])?$/;

/**
 * Domains to which links to meetings may lead besides Zoom's and the configured site's, as an administrator lists them:
 * with commas or blanks between them, `*.` before them or not. `isSound` false: not all of them are domains, or one is
 * made to be mistaken for Zoom. Those that are sound count.
 */
export function readLinkDomains(typed: string): {domains: readonly string[]; isSound: boolean} {
  const entries = typed.split(/[\s,;]+/).filter((entry) => entry !== '');
  const domains = entries.flatMap((entry) => asDomain(entry.replace(/^\*\./, '')) ?? []);
  return {domains: [...new Set(domains)], isSound: domains.length === entries.length};
}

/** In lower case and, with letters beyond ASCII, in the form that DNS knows; `undefined`: it is no domain. */
function asDomain(entry: string): string | undefined {
  if (/[/?#@:\\%]/.test(entry)) return undefined;
  const {hostname = ''} = readUrl(`https://${entry}`) ?? {};
  return DOMAIN.test(hostname) && !isLookAlike(hostname) ? hostname : undefined;
}
