import {isMeetingLink, type LinkHosts} from '../../../contract/link-rules.js';

/** A link to a meeting that somebody pasted. */
export interface SharedLink {
  /** What leads into the meeting, and nothing else that was in the link. */
  url: string;
  /** Digits; '' where the link has the name of somebody's personal room. */
  number: string;
}

/** A meeting, a webinar; Zoom's numbers have 9 to 11 digits. */
const BY_NUMBER = /^\/[jw]\/(\d{9,11})\/?$/;
/** A personal room by the name that its owner chose. */
const BY_NAME = /^\/my\/[A-Za-z0-9][A-Za-z0-9._-]{0,63}\/?$/;
const PASSCODE = /^[A-Za-z0-9._~-]{1,128}$/;

/**
 * Reads what was typed as a link; without a scheme it is https. Of the query only the passcode stays: a ticket of a
 * registered guest is theirs alone, and one that signs in as the host is nobody else's. `undefined`: it is no link to a
 * meeting, or leads elsewhere.
 */
export function readSharedLink(typed: string, hosts: LinkHosts): SharedLink | undefined {
  const bare = typed.replace(/^<(.*)>$/, '$1');
  const link = /^https?:\/\//i.test(bare) ? bare : `https://${bare}`;
  if (!isMeetingLink(link, hosts)) return undefined;
  const {origin, pathname, searchParams} = new URL(link);
  const number = BY_NUMBER.exec(pathname)?.[1] ?? '';
  if (number === '' && !BY_NAME.test(pathname)) return undefined;
  const passcode = searchParams.get('pwd') ?? '';
  const query = PASSCODE.test(passcode) ? `?pwd=${passcode}` : '';
  return {url: `${origin}${pathname.replace(/\/$/, '')}${query}`, number};
}
