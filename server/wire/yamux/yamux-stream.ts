import {Duplex} from 'node:stream';
import {ByteQueue} from '../../lib/byte-queue.js';
import {FLAG, FRAME, WINDOW_BYTES, type FrameHeader} from './frame.js';
import type {Sender} from './outbox.js';
import {YamuxError} from './yamux-error.js';

/** What a stream needs from its session. */
export interface StreamLink {
  control(header: FrameHeader): void;
  data(header: FrameHeader, payload: Uint8Array): void;
  schedule(sender: Sender): void;
  /** The stream is over, and its id has no meaning any more. */
  forget(stream: YamuxStream): void;
}

/** The window would allow four times as much, but then one stream could keep the others waiting. */
const MAX_FRAME_BYTES = 64 * 1024;

type Done = (error?: Error | null) => void;

/**
 * One stream of a session. `end()` says goodbye and leaves the other direction open; `destroy()` before both
 * directions have ended resets the stream.
 *
 * Nothing is read, granted or lost before a reader attaches: data and end wait in here as state.
 */
export class YamuxStream extends Duplex implements Sender {
  /** 0 until the session has announced the stream. */
  id = 0;
  private sendWindow = WINDOW_BYTES;
  private receiveWindow = WINDOW_BYTES;
  /** Bytes that are still missing from the arriving frame. */
  private due = 0;
  private readonly arrived = new ByteQueue();
  private wanted = false;
  private remoteEnded = false;
  private localEnded = false;
  private outgoing: Uint8Array | undefined;
  private written: Done | undefined;
  private onAnnounced: (() => void) | undefined;

  constructor(private readonly link: StreamLink) {
    // No read-ahead: what Node would buffer beyond the queue would count as consumed.
    super({allowHalfOpen: true, readableHighWaterMark: 0, writableHighWaterMark: MAX_FRAME_BYTES});
    // A peer may reset a stream that nobody listens to, and that must not end the process.
    this.on('error', () => undefined);
  }

  /** The session has given the stream its id and told the other side. */
  announced(id: number): void {
    this.id = id;
    this.onAnnounced?.();
    this.onAnnounced = undefined;
  }

  /** A data frame was announced. Throws {@link YamuxError} if it is larger than the window granted. */
  expect(length: number): void {
    if (length > this.receiveWindow) throw new YamuxError('protocol', `${length} bytes exceed the window`);
    this.receiveWindow -= length;
    this.due = length;
  }

  receive(piece: Buffer): void {
    this.due -= piece.length;
    // Go may send what was written while it closed the stream.
    if (this.remoteEnded || this.destroyed) return;
    if (this.wanted) {
      this.wanted = false;
      this.push(piece);
    } else {
      this.arrived.append(piece);
    }
    this.grant();
  }

  receiveEnd(): void {
    if (this.remoteEnded) return;
    this.remoteEnded = true;
    if (this.arrived.length === 0) this.push(null);
  }

  /** The other side allows this many more bytes. */
  widen(bytes: number): void {
    this.sendWindow += bytes;
    if (this.outgoing) this.link.schedule(this);
  }

  /** The other side, or the whole session, has given the stream up: there is nobody to tell. */
  abandon(error: Error): void {
    this.remoteEnded = this.localEnded = true;
    this.destroy(error);
  }

  sendFrame(): boolean {
    if (!this.outgoing) return false;
    const length = Math.min(this.outgoing.length, this.sendWindow, MAX_FRAME_BYTES);
    if (length === 0 && this.outgoing.length > 0) return false;
    const payload = this.outgoing.subarray(0, length);
    this.outgoing = length < this.outgoing.length ? this.outgoing.subarray(length) : undefined;
    this.sendWindow -= length;
    this.link.data({type: FRAME.data, flags: 0, streamId: this.id, length}, payload);
    if (this.outgoing) return this.sendWindow > 0;
    this.finishWrite(null);
    return false;
  }

  override _read(): void {
    if (this.arrived.length > 0) {
      this.push(this.arrived.take());
      if (this.remoteEnded) this.push(null);
    } else {
      this.wanted = true;
    }
  }

  /** What left through here is granted. `_read` cannot tell, since Node may call it before it hands out what it has. */
  override read(size?: number): unknown {
    const taken: unknown = super.read(size);
    this.grant();
    return taken;
  }

  override _write(chunk: Uint8Array, _encoding: BufferEncoding, done: Done): void {
    this.written = done;
    this.outgoing = chunk;
    this.whenAnnounced(() => this.link.schedule(this));
  }

  override _writev(chunks: {chunk: Uint8Array}[], done: Done): void {
    this._write(Buffer.concat(chunks.map(({chunk}) => chunk)), 'binary', done);
  }

  override _final(done: Done): void {
    this.whenAnnounced(() => {
      this.localEnded = true;
      this.link.control({type: FRAME.windowUpdate, flags: FLAG.fin, streamId: this.id, length: 0});
      done();
    });
  }

  override _destroy(error: Error | null, done: Done): void {
    this.arrived.clear();
    this.outgoing = this.onAnnounced = undefined;
    this.finishWrite(error ?? new YamuxError('closed', 'the stream was destroyed'));
    if (this.id > 0 && !(this.localEnded && this.remoteEnded)) {
      this.link.control({type: FRAME.windowUpdate, flags: FLAG.rst, streamId: this.id, length: 0});
    }
    this.link.forget(this);
    done(error);
  }

  private finishWrite(error: Error | null): void {
    const done = this.written;
    this.written = undefined;
    done?.(error);
  }

  private whenAnnounced(run: () => void): void {
    if (this.id > 0) run();
    else this.onAnnounced = run;
  }

  /** Grants what the reader has taken, once it is worth a frame. */
  private grant(): void {
    const unread = this.due + this.arrived.length + this.readableLength;
    const delta = WINDOW_BYTES - unread - this.receiveWindow;
    if (delta < WINDOW_BYTES / 2 || this.remoteEnded || this.destroyed) return;
    this.receiveWindow += delta;
    this.link.control({type: FRAME.windowUpdate, flags: 0, streamId: this.id, length: delta});
  }
}
