import {createEncoder, type EncoderOptions} from '../gob/encoder.js';
import type {GobType} from '../gob/type.js';
import {emptyType, responseType, type Header} from './message-types.js';

/** Makes the bytes of answers, for one connection. */
export interface AnswerEncoder {
  /** A reply that does not fit its type becomes an error: the other side waits for an answer in any case. */
  reply(request: Header, type: GobType, value: unknown): Uint8Array;
  error(request: Header, error: unknown): Uint8Array;
}

export function createAnswerEncoder(options: EncoderOptions): AnswerEncoder {
  const encoder = createEncoder(options);

  function error({method, seq}: Header, reason: unknown): Uint8Array {
    // Without a text, it would not count as an error.
    const text = (reason instanceof Error && reason.message) || 'unknown error';
    return encoder.encodeAll([
      [responseType, {ServiceMethod: method, Seq: seq, Error: text}],
      [emptyType, {}],
    ]);
  }

  function reply(request: Header, type: GobType, value: unknown): Uint8Array {
    try {
      return encoder.encodeAll([
        [responseType, {ServiceMethod: request.method, Seq: request.seq}],
        [type, value],
      ]);
    } catch (reason) {
      return error(request, reason);
    }
  }

  return {reply, error};
}
