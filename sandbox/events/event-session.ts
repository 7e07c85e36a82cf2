import * as z from 'zod';
import {readUrl} from '../../contract/read-url.js';

/** How attendees get into the stream, as event platforms name it. */
export const WAYS = {
  frame: 'In a frame above the text',
  fill: 'In a frame that fills the page',
  window: 'In the same window',
  app: 'As a link that opens the Zoom app',
} as const;

type Way = keyof typeof WAYS;

/** What the organiser has entered. */
export interface Stream {
  /** '': nothing yet. */
  url: string;
  way: Way;
}

/** What the organiser's form sends. */
export const streamForm = z.object({
  url: z.string().trim(),
  way: z.enum(Object.keys(WAYS) as Way[]),
}) satisfies z.ZodType<Stream>;

/** What is wrong with a stream URL, in a sentence; `undefined`: it can be saved. */
export function streamUrlProblem(typed: string): string | undefined {
  if (typed === '' || (/^https?:\/\/\S+$/.test(typed) && readUrl(typed) !== undefined)) return undefined;
  return typed.includes('<')
    ? 'Paste the address alone. It begins with http, and there is no < in it.'
    : 'This is no address. It begins with http, and ends before the next blank.';
}

/** The stream URL as this attendee gets it: their name is filled in, as platforms do that know who is signed in. */
export function streamFor({url, way}: Stream, attendee: {name: string; email: string}): string {
  const address = new URL(url);
  const known = {name: attendee.name, email: attendee.email};
  const more = way === 'fill' ? {view: 'fill'} : way === 'app' ? {open: 'app'} : {};
  for (const [key, value] of Object.entries({...known, ...more})) address.searchParams.set(key, value);
  return address.href;
}
