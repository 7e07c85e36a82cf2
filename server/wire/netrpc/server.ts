import type {Duplex} from 'node:stream';
import {createEncoder, type EncoderOptions} from '../gob/encoder.js';
import type {GobType} from '../gob/type.js';
import {emptyType, responseType, type Header} from './message-types.js';
import {readMessages} from './read-messages.js';
import {unknownMethod} from './rpc-error.js';

/** A method others may call. */
export interface RpcMethod {
  /** The type of what `handle` resolves to. */
  readonly reply: GobType;
  /** What it throws is answered as an error: only the message travels. */
  handle(args: unknown): Promise<unknown>;
}

/** Requests under way at once; further ones wait in the stream. */
const MAX_CONCURRENT = 8192;

/**
 * Serves Go's net/rpc on a stream of its own; requests run concurrently. Resolves when the connection is over: with
 * the reason, unless the other side ended it in order.
 */
export function serveRpc(
  stream: Duplex,
  lookup: (method: string) => RpcMethod | undefined,
  options: EncoderOptions = {},
): Promise<Error | undefined> {
  const encoder = createEncoder(options);
  let running = 0;
  let over = false;

  async function serve({method, seq}: Header, args: unknown): Promise<void> {
    running++;
    throttle();
    const response = {ServiceMethod: method, Seq: seq};
    const message = await outcome(method, args).then(
      ([type, reply]) => encodeReply(response, type, reply),
      (error: unknown) => encodeError(response, error),
    );
    running--;
    if (stream.writable) stream.write(message);
    throttle();
  }

  /** Reads on only while there is room for the answer; ends when no answer is owed any more. */
  function throttle(): void {
    if (over && running === 0) stream.end();
    else if (running >= MAX_CONCURRENT || stream.writableNeedDrain) stream.pause();
    else stream.resume();
  }

  async function outcome(method: string, args: unknown): Promise<[GobType, unknown]> {
    const served = lookup(method);
    if (!served) throw new Error(unknownMethod(method));
    return [served.reply, await served.handle(args)];
  }
  function encodeReply(response: object, type: GobType, reply: unknown): Uint8Array {
    try {
      return encoder.encodeAll([
        [responseType, response],
        [type, reply],
      ]);
    } catch (error) {
      return encodeError(response, error);
    }
  }
  function encodeError(response: object, error: unknown): Uint8Array {
    const text = error instanceof Error && error.message !== '' ? error.message : 'unknown error';
    return encoder.encodeAll([
      [responseType, {...response, Error: text}],
      [emptyType, {}],
    ]);
  }

  stream.on('drain', throttle);
  return readMessages(stream, (header, args) => void serve(header, args)).then((error) => {
    over = true;
    throttle();
    return error;
  });
}
