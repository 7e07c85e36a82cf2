/**
 * Why a stream or session ended.
 *
 * - `protocol`: the other side broke the protocol
 * - `reset`: the other side gave up one stream
 * - `refused`: no new stream is accepted any more
 * - `closed`: the session was closed, on either side
 * - `unresponsive`: the other side stopped answering or reading
 */
export type YamuxErrorCode = 'protocol' | 'reset' | 'refused' | 'closed' | 'unresponsive';

export class YamuxError extends Error {
  override readonly name = 'YamuxError';

  constructor(
    readonly code: YamuxErrorCode,
    reason: string,
  ) {
    super(`yamux: ${reason}`);
  }
}
