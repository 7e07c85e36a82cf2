import type {Readable} from 'node:stream';

/**
 * Takes the first `count` bytes of a stream and leaves the rest, paused, to the next reader. Rejects when the
 * stream ends or fails before.
 */
export function readExactly(stream: Readable, count: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const attempt = (): void => {
      const bytes = stream.read(count) as Buffer | null;
      if (bytes === null) return;
      leave();
      if (bytes.length === count) resolve(bytes);
      else reject(new Error(`the stream ended after ${bytes.length} of ${count} bytes`));
    };
    const fail = (error?: Error): void => {
      leave();
      reject(error ?? new Error(`the stream ended before ${count} bytes`));
    };
    const ended = (): void => fail();
    const leave = (): void => {
      stream.off('readable', attempt).off('error', fail).off('end', ended).off('close', ended);
    };
    if (stream.destroyed || stream.readableEnded) return fail(stream.errored ?? undefined);
    stream.on('readable', attempt).on('error', fail).on('end', ended).on('close', ended);
    attempt();
  });
}
