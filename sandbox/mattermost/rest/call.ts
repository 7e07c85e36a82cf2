import type {UserRecord} from '../records.js';
import {RestError} from './rest-error.js';

/** A call of the REST API, before it is known who calls. */
export interface AnonymousCall {
  /** From the path, by name; `me` is the caller already. */
  params: Readonly<Record<string, string>>;
  query: Readonly<Record<string, unknown>>;
  /** JSON, or the text or bytes of anything else. */
  body: unknown;
  contentType: string;
  userAgent: string;
  /** The path of the window that it comes from, `/as/<user name>`; empty for a token. */
  seatPath: string;
}

/** A call by somebody who is signed in. */
export interface Call extends AnonymousCall {
  user: UserRecord;
}

interface Row {
  method: 'get' | 'post' | 'put' | 'delete';
  /** Below `/api/v4`, unless it begins with `/hooks/`. */
  path: string;
  /** Mattermost's status for something that was created. */
  status?: 201;
}

/** One path. What `run` resolves to becomes the JSON of the answer, unless it is a {@link PlainAnswer}. */
export type RestRoute = Row &
  ({run: (call: Call) => unknown} | {runForAnybody: (call: AnonymousCall) => unknown});

/** An answer that is not JSON. */
export class PlainAnswer {
  constructor(
    readonly type: string,
    readonly body: string | Uint8Array,
  ) {}
}

export const bodyFields = (body: unknown): Readonly<Record<string, unknown>> =>
  typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};

/** Text that may be left out. */
export function optionalField(body: unknown, name: string): string {
  const value = bodyFields(body)[name];
  return typeof value === 'string' ? value : '';
}

/** @throws RestError 400 */
export function textField(body: unknown, name: string): string {
  const value = bodyFields(body)[name];
  if (typeof value !== 'string') {
    throw new RestError(400, 'api.context.invalid_body_param.app_error', `Invalid or missing ${name}`);
  }
  return value;
}

/** What Mattermost answers when there is nothing else to say. */
export const OK = {status: 'OK'};
