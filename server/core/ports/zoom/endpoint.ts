import type * as z from 'zod';
import type {ZoomFeatureName} from '../../domain/zoom-features.js';
import type {RateClass} from '../../domain/zoom-shares.js';

/**
 * One call of Zoom's REST API as data: what to ask, how to read the answer. The port, the client, what stands in for
 * it, and the scopes that an app needs follow from these rows.
 */
export interface Endpoint<Input, Answer> {
  /** A `GET` may be repeated; anything else changes something, and is never repeated blindly. */
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** Below the API address, one part a segment; `subject` is how Zoom knows the person on whose behalf it is asked. */
  readonly path: (input: Input, subject: string) => readonly Segment[];
  /** What is `undefined` is left out. */
  readonly query?: (input: Input) => Query;
  /** Sent as JSON. */
  readonly body?: (input: Input) => Readonly<Record<string, unknown>>;
  /** Reads the fields that the product uses and no others; `noAnswer` if Zoom only says that it is done. */
  readonly answer: z.ZodType<Answer>;
  /** The link in an answer that people follow. The call fails unless it leads to Zoom. */
  link?(answer: Answer, input: Input): {url: string; meetingNumber: string};
  /** https://developers.zoom.us/docs/integrations/oauth-scopes-overview/, without `:admin`. */
  readonly scopes: {
    /** What an app of today needs. */
    readonly granular: string;
    /** What an older app has instead: any one of them. */
    readonly classic: readonly string[];
  };
  /** What alone needs this call, and is off where an app lacks its scope; absent: nothing goes without it. */
  readonly feature?: ZoomFeatureName;
  /** By which Zoom limits the calls of an account: https://developers.zoom.us/docs/api/rate-limits/ */
  readonly rate: RateClass;
}

/** A part of a path as it is meant. The client encodes it, a UUID by Zoom's own rule. */
export type Segment = string | {readonly uuid: string};

export type Query = Readonly<Record<string, string | number | boolean | undefined>>;

/** Asks for one thing by its name; the answer is `undefined` where there is no such thing. */
export interface LookupEndpoint<Input, Answer> extends Endpoint<Input, Answer> {
  /** Zoom's error codes that mean: there is no such thing. */
  readonly absentCodes: readonly number[];
}

/** Asks for a list, page after page by `next_page_token`; `answer` reads the items of one page. */
export interface ListEndpoint<Input, Item> extends Endpoint<Input, readonly Item[]> {
  /** At most this many pages are fetched. What is beyond is left out. */
  readonly pages: number;
}
