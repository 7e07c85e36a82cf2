import type {Duplex} from 'node:stream';
import type {HttpHeader} from '../models/http-request.js';
import {pullBody} from './pull-body.js';
import {RequestError} from './request-error.js';

/** A request body and how its length is told: in `Content-Length`, or chunk by chunk. */
export interface RequestBody {
  readonly chunks: AsyncIterable<Uint8Array>;
  readonly chunked: boolean;
}

/**
 * The body behind `stream`, if there is one. Mattermost says neither that a body is chunked nor that there is
 * none, so that a request without `Content-Length` is asked for its first bytes.
 */
export async function openRequestBody(header: HttpHeader, stream: Duplex): Promise<RequestBody | undefined> {
  const declared = header['Content-Length']?.[0];
  if (declared !== undefined) {
    const length = Number(declared);
    return length === 0 ? undefined : {chunks: exactly(length, pullBody(stream)), chunked: false};
  }
  const source = pullBody(stream);
  const first = await source.next();
  return first.done === true ? undefined : {chunks: continued(first.value, source), chunked: true};
}

/** A body that is cut short must not look complete: the client has gone away. */
async function* exactly(length: number, source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let missing = length;
  for await (const chunk of source) {
    missing -= chunk.length;
    if (missing < 0) break;
    yield chunk;
    if (missing === 0) return;
  }
  throw new RequestError('the request body is not as long as its Content-Length says');
}

async function* continued(first: Uint8Array, rest: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield first;
  yield* rest;
}
