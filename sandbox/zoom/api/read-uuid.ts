import {refusals} from './refusals.js';

/**
 * A UUID that begins with a slash or holds two in a row must have been encoded twice: the gateway decodes once, and
 * what then looks like more of the path finds nothing.
 */
export function readUuid(id: string): string {
  if (id.startsWith('/') || id.includes('//')) throw refusals.noMeeting(id);
  try {
    return decodeURIComponent(id);
  } catch {
    throw refusals.noMeeting(id);
  }
}
