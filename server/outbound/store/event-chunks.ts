import * as z from 'zod';
import type {FeedEvent} from '../../../contract/events.js';

/** How long events can be read. */
export const FEED_DAYS = 7;
/** A row outlives its youngest event by this much, so that no event is gone early. */
export const CHUNK_DAYS = FEED_DAYS + 1;

/** A row must stay small. An event that is larger has one of its own. */
const MAX_CHUNK_LENGTH = 64 * 1024;
/** Longer, and its oldest event would be kept for much longer than it has to be. */
export const FILLED_FOR_MS = 60 * 60_000;

const eventSchema = z.object({
  id: z.string(),
  event: z.string(),
  event_ts: z.number().optional(),
  received_at: z.number(),
  late: z.literal(true).optional(),
  payload: z.unknown().optional(),
});

/**
 * Events that came one after the other. Nothing is added to a closed one any more, so that whoever has read it may go
 * on to the next.
 */
export const chunkSchema = z.object({
  events: z.array(eventSchema).readonly(),
  closed: z.literal(true).optional(),
});
export type Chunk = z.infer<typeof chunkSchema>;

/** The chunk that is being filled. */
export const feedHeadSchema = z.object({chunk: z.number(), openedAt: z.number()});
export type FeedHead = z.infer<typeof feedHeadSchema>;

/** `length`: of its JSON. */
export interface SizedEvent {
  event: FeedEvent;
  length: number;
}

/**
 * What becomes of a chunk when these come, and how many of them are in it then. `undefined`: it is closed already. A
 * row that is not there although it was opened long ago may have expired: it is closed, so that nobody has to know.
 */
export function filled(
  chunk: Chunk | undefined,
  coming: readonly SizedEvent[],
  {openedAt, now}: {openedAt: number; now: number},
): {next: Chunk; taken: number} | undefined {
  if (chunk?.closed === true) return undefined;
  const {events = []} = chunk ?? {};
  if (now - openedAt > FILLED_FOR_MS) return {next: {...chunk, events, closed: true}, taken: 0};
  let length = events.length === 0 ? 0 : JSON.stringify(events).length;
  let taken = 0;
  for (const {length: more} of coming) {
    if (length > 0 && length + more > MAX_CHUNK_LENGTH) break;
    length += more;
    taken += 1;
  }
  const next = {...chunk, events: [...events, ...coming.slice(0, taken).map(({event}) => event)]};
  return {next: taken < coming.length ? {...next, closed: true} : next, taken};
}

/**
 * How long a row is still to be there that is not filled any more, at least until everybody has seen that it is closed;
 * `undefined`: it is filled.
 */
export function secondsLeft(openedAt: number, now: number): number | undefined {
  if (now - openedAt <= FILLED_FOR_MS) return undefined;
  const left = openedAt + FILLED_FOR_MS + CHUNK_DAYS * 24 * 60 * 60_000 - now;
  return Math.ceil(Math.max(FILLED_FOR_MS, left) / 1000);
}
