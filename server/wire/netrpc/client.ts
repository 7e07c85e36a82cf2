import type {Duplex} from 'node:stream';
import {createEncoder, type EncoderOptions} from '../gob/encoder.js';
import type {GobType} from '../gob/type.js';
import {requestType, type Header} from './message-types.js';
import {readMessages} from './read-messages.js';
import {RpcConnectionError, RpcError} from './rpc-error.js';

/** The calling end of a net/rpc connection. */
export interface RpcClient {
  /**
   * Calls `Service.Method`. Calls may be answered in any order and carried out in any order.
   *
   * Rejects with {@link RpcError} (the other side's error), {@link RpcConnectionError} (no answer will come) or
   * {@link GobError} (the arguments do not fit their type; nothing was sent).
   */
  call(method: string, type: GobType, args: unknown): Promise<unknown>;
  /** Says that no more calls follow. Answers still come in. */
  close(): void;
  /** Resolves when the connection is over; with the reason, unless the other side ended it in order. */
  readonly closed: Promise<Error | undefined>;
}

interface Pending {
  resolve(reply: unknown): void;
  reject(error: Error): void;
}

/** Speaks Go's net/rpc as a client on a stream of its own. */
export function createRpcClient(stream: Duplex, options: EncoderOptions = {}): RpcClient {
  const encoder = createEncoder(options);
  const pending = new Map<number | bigint, Pending>();
  let nextSeq = 0;
  let over: Error | undefined;

  function answer({seq, error}: Header, body: unknown): void {
    const call = pending.get(seq);
    pending.delete(seq);
    if (error === '') call?.resolve(body);
    else call?.reject(new RpcError(error));
  }

  const closed = readMessages(stream, answer).then((error) => {
    over = new RpcConnectionError('the connection ended', error && {cause: error});
    for (const call of pending.values()) call.reject(over);
    pending.clear();
    return error;
  });

  async function call(method: string, type: GobType, args: unknown): Promise<unknown> {
    if (over) throw over;
    if (stream.writableEnded) throw new RpcConnectionError('the connection is closed');
    const seq = nextSeq++;
    const message = encoder.encodeAll([
      [requestType, {ServiceMethod: method, Seq: seq}],
      [type, args],
    ]);
    return new Promise((resolve, reject) => {
      pending.set(seq, {resolve, reject});
      stream.write(message);
    });
  }

  return {call, close: () => void stream.end(), closed};
}
