import type {Writable} from 'node:stream';

/** Resolves when the stream has passed the chunk on; rejects when it cannot any more. */
export function writeChunk(stream: Writable, chunk: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(chunk, (error) => (error ? reject(error) : resolve()));
  });
}
