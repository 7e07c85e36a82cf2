import type {LinkHosts} from '../../../contract/link-rules.js';
import {readSharedLink, type SharedLink} from './shared-link.js';

/** As far as a link may go in a text: Markdown and brackets end it. */
const ADDRESS = /https?:\/\/[^\s<>()[\]"'`|]{1,500}/gi;
const MAX_ADDRESSES = 5;

/** The first link in a message that leads to a meeting by its number. Most have none, and cost next to nothing. */
export function meetingLinkIn(message: string, hosts: LinkHosts): SharedLink | undefined {
  if (!/\/[jw]\/\d/.test(message)) return undefined;
  return [...message.matchAll(ADDRESS)]
    .slice(0, MAX_ADDRESSES)
    .map(([address]) => readSharedLink(address.replace(/[.,;:!?*_~]+$/, ''), hosts))
    .find((link) => link !== undefined && link.number !== '');
}
