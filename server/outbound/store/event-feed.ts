import type {FeedEvent, FeedPage} from '../../../contract/events.js';
import type {EventFeed} from '../../core/ports/event-feed.js';
import {hasCode, storeUnavailable} from '../../core/ports/port-error.js';
import {
  type Chunk,
  FEED_DAYS,
  type FeedHead,
  filled,
  FILLED_FOR_MS,
  secondsLeft,
  type SizedEvent,
} from './event-chunks.js';
import {type FeedPlace, readCursor, writeCursor} from './feed-cursor.js';
import {openRows} from './open-rows.js';
import type {Row, RowDeps} from './row.js';
import {ROWS} from './rows.js';

const KEPT_MS = FEED_DAYS * 24 * 60 * 60_000;
/** A read may come from a replica, which lags behind by less. */
const LAG_MS = 60_000;
/** What waits for the store is in memory; Zoom sends again what has no room there. */
const MAX_WAITING_LENGTH = 4 * 1024 * 1024;
/** Of a page, but for an event that is longer by itself. */
const MAX_PAGE_LENGTH = 1024 * 1024;

/**
 * Chunks of events, one row each, with numbers that follow each other; one row names the last. Only that is added to,
 * by compare-and-set, whichever node adds: so there is one order, which no reader sees change. See docs/adr/0043.
 */
export function createEventFeed(deps: RowDeps): EventFeed {
  return {keep: createKeep(deps), read: createRead(deps)};
}

/** While one write is on its way, further events are gathered for the next one, so that a burst costs few writes. */
function createKeep(deps: RowDeps): EventFeed['keep'] {
  const append = createAppend(deps);
  let gathering: {events: SizedEvent[]; written: Promise<void>} | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  return (event) => {
    const length = JSON.stringify(event).length;
    if (waiting > 0 && waiting + length > MAX_WAITING_LENGTH)
      return Promise.reject(storeUnavailable('Too many events wait for the store'));
    waiting += length;
    if (gathering === undefined) {
      const events: SizedEvent[] = [];
      const written = last.then(async () => {
        gathering = undefined;
        await append(events).finally(() => (waiting -= lengthOf(events)));
      });
      // Who brought an event hears of a failure; the queue goes on.
      last = written.catch(() => undefined);
      gathering = {events, written};
    }
    gathering.events.push({event, length});
    return gathering.written;
  };
}

const lengthOf = (events: readonly SizedEvent[]): number => events.reduce((sum, {length}) => sum + length, 0);

/** Adds events to the last chunk, and opens the next ones as far as they are needed. */
function createAppend({clock, ...deps}: RowDeps): (events: readonly SizedEvent[]) => Promise<void> {
  const open = openRows({...deps, clock});
  const headRow = open(ROWS.feedHead, []);
  let current: {chunk: number; row: Row<Chunk | undefined>} | undefined;
  const rowOf = ({chunk, openedAt}: FeedHead): Row<Chunk | undefined> => {
    // Only closed any more, which must not keep its events for longer.
    const ttlSeconds = secondsLeft(openedAt, clock.now());
    if (ttlSeconds !== undefined) return open(ROWS.eventChunk, [String(chunk)], {ttlSeconds});
    if (current?.chunk !== chunk) current = {chunk, row: open(ROWS.eventChunk, [String(chunk)])};
    return current.row;
  };
  const headAfter = async (done: number): Promise<FeedHead> => {
    const next = {chunk: done + 1, openedAt: clock.now()};
    const head = await headRow.update((known) =>
      known === undefined || known.chunk <= done ? {...known, ...next} : undefined,
    );
    return head ?? next;
  };
  /** How many were taken; the rest belongs into a later one. */
  const fill = async (head: FeedHead, events: readonly SizedEvent[]): Promise<number> => {
    let taken = 0;
    await rowOf(head)
      .update((known) => {
        const filling = filled(known, events, {openedAt: head.openedAt, now: clock.now()});
        taken = filling?.taken ?? 0;
        return filling?.next;
      })
      .catch((error: unknown) => {
        // A newer version may have written it; it is left alone.
        if (!hasCode(error, 'record-unreadable')) throw error;
        taken = 0;
      });
    return taken;
  };
  return async (events) => {
    let head = (await headRow.known()) ?? (await headAfter(0));
    for (let left = events; ; head = await headAfter(head.chunk)) {
      left = left.slice(await fill(head, left));
      if (left.length === 0) return;
    }
  };
}

function createRead(deps: RowDeps): EventFeed['read'] {
  const open = openRows(deps);
  const chunkAt = async (chunk: number): Promise<Chunk | undefined> => {
    try {
      return await open(ROWS.eventChunk, [String(chunk)]).known();
    } catch (error) {
      if (hasCode(error, 'record-unreadable')) return undefined;
      throw error;
    }
  };
  return async (after, limit) => {
    const now = deps.clock.now();
    const head = await open(ROWS.feedHead, []).known();
    const place = after === undefined ? {chunk: 0, at: 0, seenAt: now} : readCursor(after);
    if (place === undefined) return 'unknown';
    if (place.seenAt + KEPT_MS < now) return 'expired';
    // The store is older than the cursor: it was restored.
    if (place.chunk > (head?.chunk ?? 0) + 1) return 'expired';
    if (head === undefined) return {events: [], next: writeCursor({...place, seenAt: now})};
    const from = place.chunk === 0 ? {...place, chunk: await oldest(chunkAt, head.chunk)} : place;
    return collect({chunkAt, isDone: isDoneAt(head, now), limit, now}, from);
  };
}

/** Older rows expire first, so that the oldest which is there is found by halving. */
async function oldest(chunkAt: (chunk: number) => Promise<Chunk | undefined>, last: number): Promise<number> {
  let [gone, there] = [0, last];
  while (there - gone > 1) {
    const middle = Math.floor((gone + there) / 2);
    if ((await chunkAt(middle)) === undefined) gone = middle;
    else there = middle;
  }
  return there;
}

/**
 * Whether nothing is added to a chunk any more: it is closed; or another one was opened so long ago that this one would
 * be here, as far as it is to be read.
 */
const isDoneAt =
  (head: FeedHead, now: number) =>
  (number: number, chunk: Chunk | undefined): boolean => {
    if (chunk?.closed === true) return true;
    const since = chunk === undefined ? LAG_MS : FILLED_FOR_MS + LAG_MS;
    return number < head.chunk && now - head.openedAt > since;
  };

interface Collecting {
  chunkAt: (chunk: number) => Promise<Chunk | undefined>;
  isDone: ReturnType<typeof isDoneAt>;
  limit: number;
  now: number;
}

async function collect({chunkAt, isDone, limit, now}: Collecting, from: FeedPlace): Promise<FeedPage> {
  const events: FeedEvent[] = [];
  let {chunk, at} = from;
  let length = 0;
  for (;;) {
    const found = await chunkAt(chunk);
    for (const event of found?.events.slice(at) ?? []) {
      length += JSON.stringify(event).length;
      const isFull = events.length === limit || (events.length > 0 && length > MAX_PAGE_LENGTH);
      // What comes next is younger than these, and may be asked for as long as it is there.
      if (isFull) return {events, next: writeCursor({chunk, at, seenAt: events.at(-1)?.received_at ?? now})};
      events.push(event);
      at += 1;
    }
    if (!isDone(chunk, found)) break;
    [chunk, at] = [chunk + 1, 0];
  }
  return {events, next: writeCursor({chunk, at, seenAt: now})};
}
