import * as z from 'zod';
import type {Cleaning} from '../domain/cleaning/create-cleaning.js';
import type {EventFeed} from '../ports/event-feed.js';

/** A genuine webhook of Zoom's. */
interface HeardEvent {
  event: string;
  /** The parsed JSON. */
  body: unknown;
  /** As it arrived: what Zoom sends again is the same. */
  bytes: Uint8Array;
  /** Milliseconds since the epoch. */
  receivedAt: number;
  isLate: boolean;
}

/** Keeps what an administrator has named for other systems. Rejects with a store error. */
export type KeepEvent = (heard: HeardEvent) => Promise<void>;

export interface KeepEventDeps {
  feed: Pick<EventFeed, 'keep'>;
  /** Names of Zoom's events. */
  named: readonly string[];
  cleaning: Pick<Cleaning, 'withoutSecretsAndAddresses'>;
  /** The same for the same bytes; it tells nothing of them. */
  idOf: (bytes: Uint8Array) => string;
}

const bodySchema = z.object({
  event_ts: z.number().optional().catch(undefined),
  payload: z.unknown().optional(),
});

export const createKeepEvent =
  ({feed, named, cleaning, idOf}: KeepEventDeps): KeepEvent =>
  async ({event, body, bytes, receivedAt, isLate}) => {
    if (!named.includes(event)) return;
    const {event_ts, payload} = bodySchema.parse(body);
    await feed.keep({
      id: idOf(bytes),
      event,
      ...(event_ts !== undefined && {event_ts}),
      received_at: receivedAt,
      ...(isLate && {late: true}),
      ...(payload !== undefined && {payload: cleaning.withoutSecretsAndAddresses(payload)}),
    });
  };
