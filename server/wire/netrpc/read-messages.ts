import {finished} from 'node:stream';
import type {Duplex} from 'node:stream';
import {createDecoder} from '../gob/decoder.js';
import {headerOf, type Header} from './message-types.js';

/**
 * Hands out header and body of every message of a net/rpc connection. Resolves when the stream is over: with the
 * reason, unless the other side ended it in order. A peer that does not speak net/rpc is cut off.
 */
export function readMessages(
  stream: Duplex,
  onMessage: (header: Header, body: unknown) => void,
): Promise<Error | undefined> {
  const decoder = createDecoder();
  let header: Header | undefined;

  stream.on('data', (chunk: Uint8Array) => {
    try {
      decoder.push(chunk);
      for (let next = decoder.next(); next; next = decoder.next()) {
        if (!header) {
          header = headerOf(next.value);
          continue;
        }
        const complete = header;
        header = undefined;
        onMessage(complete, next.value);
      }
    } catch (error) {
      stream.destroy(error as Error);
    }
  });
  return new Promise((resolve) => {
    finished(stream, {writable: false}, (error) => resolve(error ?? undefined));
  });
}
