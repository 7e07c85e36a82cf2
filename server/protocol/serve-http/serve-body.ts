import type {Duplex} from 'node:stream';
import {decodeVarints} from './varint.js';
import {writeChunk} from './write-chunk.js';

/**
 * The server's side of `pullBody`: sends as many bytes of `body` as are asked for. Resolves when all of it is
 * sent, or the reader has left.
 */
export async function serveBody(stream: Duplex, body: AsyncIterable<Uint8Array>): Promise<void> {
  const source = body[Symbol.asyncIterator]();
  const requests = stream.iterator({destroyOnReturn: false}) as AsyncIterable<Uint8Array>;
  let rest: Uint8Array = new Uint8Array();
  try {
    for await (const wanted of decodeVarints(requests)) {
      for (let missing = wanted; missing > 0;) {
        if (rest.length === 0) {
          const next = await source.next();
          if (next.done === true) return;
          rest = next.value;
        }
        const part = rest.subarray(0, missing);
        rest = rest.subarray(part.length);
        missing -= part.length;
        await writeChunk(stream, part);
      }
    }
  } finally {
    stream.end();
    stream.resume();
    await source.return?.();
  }
}
