import type {UserRecord} from '../records.js';
import {RestError} from './rest-error.js';

/** A call of the REST API by somebody who is signed in. */
export interface Call {
  user: UserRecord;
  /** From the path, by name. */
  params: Readonly<Record<string, string>>;
  query: Readonly<Record<string, unknown>>;
  body: unknown;
}

/** One path of `/api/v4`. What `run` resolves to becomes the JSON of the answer. */
export interface RestRoute {
  method: 'get' | 'post' | 'put';
  path: string;
  /** Mattermost's status for a thing that was made. */
  status?: 201;
  run: (call: Call) => unknown;
}

export const bodyFields = (body: unknown): Readonly<Record<string, unknown>> =>
  typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};

/** @throws RestError 400 */
export function textField(body: unknown, name: string): string {
  const value = bodyFields(body)[name];
  if (typeof value !== 'string') {
    throw new RestError(400, 'api.context.invalid_body_param.app_error', `Invalid or missing ${name}`);
  }
  return value;
}
