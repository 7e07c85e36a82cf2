import {GobError} from '../gob/gob-error.js';
import {gob} from '../gob/type.js';

/** Precedes every call; `Seq` starts at 0. */
export const requestType = gob.struct('Request', {ServiceMethod: gob.string, Seq: gob.uint});

/** Precedes every answer. With an `Error`, the body is an empty struct. */
export const responseType = gob.struct('Response', {
  ServiceMethod: gob.string,
  Seq: gob.uint,
  Error: gob.string,
});

export const emptyType = gob.struct('', {});

/** A decoded Request or Response, its zero values filled in. */
export interface Header {
  readonly method: string;
  readonly seq: number | bigint;
  readonly error: string;
}

/** Checks what the other side sent as a header. Throws {@link GobError}. */
export function headerOf(value: unknown): Header {
  if (typeof value !== 'object' || value === null)
    throw new GobError('malformed', 'an RPC header that is no struct');
  const {ServiceMethod: method = '', Seq: seq = 0, Error: error = ''} = value as Record<string, unknown>;
  if (typeof method !== 'string' || typeof error !== 'string' || !isInteger(seq)) {
    throw new GobError('malformed', 'an RPC header with fields of other types');
  }
  return {method, seq, error};
}

function isInteger(value: unknown): value is number | bigint {
  return typeof value === 'number' || typeof value === 'bigint';
}
