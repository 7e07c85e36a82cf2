import type {Duplex} from 'node:stream';
import {encodeVarint} from './varint.js';

/** How many bytes are asked for at once: one yamux window. */
const portion = 256 * 1024;

/**
 * The body of an HTTP request as Mattermost hands it out: the reader writes how many bytes it wants, the server
 * sends that many; fewer and then the end of the stream is the end of the body. Nothing is asked for before the
 * body is read, and never more than one portion ahead of the reader.
 */
export async function* pullBody(stream: Duplex): AsyncGenerator<Uint8Array, void, undefined> {
  let outstanding = portion;
  stream.write(encodeVarint(portion));
  for await (const chunk of stream.iterator({destroyOnReturn: false}) as AsyncIterable<Uint8Array>) {
    yield chunk;
    outstanding -= chunk.length;
    if (outstanding > 0) continue;
    stream.write(encodeVarint(portion));
    outstanding = portion;
  }
}
