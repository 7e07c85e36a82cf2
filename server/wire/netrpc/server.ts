import type {Duplex} from 'node:stream';
import type {EncoderOptions} from '../gob/encoder.js';
import type {GobType} from '../gob/type.js';
import {createAnswerEncoder} from './answer-encoder.js';
import type {Header} from './message-types.js';
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
export async function serveRpc(
  stream: Duplex,
  lookup: (method: string) => RpcMethod | undefined,
  options: EncoderOptions = {},
): Promise<Error | undefined> {
  const encoder = createAnswerEncoder(options);
  let running = 0;
  let over = false;

  async function serve(request: Header, args: unknown): Promise<void> {
    running++;
    throttle();
    const answer = await answerTo(request, args).catch((error: unknown) => encoder.error(request, error));
    running--;
    if (stream.writable) stream.write(answer);
    throttle();
  }

  async function answerTo(request: Header, args: unknown): Promise<Uint8Array> {
    const method = lookup(request.method);
    if (!method) throw new Error(unknownMethod(request.method));
    return encoder.reply(request, method.reply, await method.handle(args));
  }

  /** Reads on only while there is room for the answer, and ends when all answers are sent. */
  function throttle(): void {
    if (over && running === 0) stream.end();
    else if (running >= MAX_CONCURRENT || stream.writableNeedDrain) stream.pause();
    else stream.resume();
  }

  stream.on('drain', throttle);
  const error = await readMessages(stream, (request, args) => void serve(request, args));
  over = true;
  throttle();
  return error;
}
