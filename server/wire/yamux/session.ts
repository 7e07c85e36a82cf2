import type {Duplex} from 'node:stream';
import type {Clock} from '../../lib/clock.js';
import {systemClock} from '../../lib/system-clock.js';
import {FLAG, FRAME, GO_AWAY, type FrameHeader} from './frame.js';
import {FrameParser, type FrameReceiver} from './frame-parser.js';
import {Outbox} from './outbox.js';
import {Pings} from './pings.js';
import {SynGate} from './syn-gate.js';
import {YamuxError} from './yamux-error.js';
import {YamuxStream, type StreamLink} from './yamux-stream.js';

export interface SessionOptions {
  /** The side that dialled is the client: its streams have odd ids, the server's even ones. */
  readonly role: 'client' | 'server';
  /** Takes a stream the other side opened; it has been accepted already. */
  readonly onStream: (stream: Duplex) => void;
  readonly clock?: Clock;
}

/** Many streams over one connection. */
export interface Session {
  /**
   * Opens a stream, usable at once: what is written waits until the other side has room for it. Fails as a stream
   * does, by its `error` and `close` events; a listener for `error` is not needed.
   */
  open(): Duplex;
  /** Resolves when the other side answers. Rejects with {@link YamuxError} if the session ends first. */
  ping(): Promise<void>;
  /** Ends the connection after sending what was written; all streams fail at once. */
  close(): void;
  /** Resolves when the connection is over: with the reason, unless one side closed it in order. */
  readonly closed: Promise<Error | undefined>;
}

/** Streams the other side may have open at once; one more is reset. */
const MAX_REMOTE_STREAMS = 8192;
const MAX_ID = 0xffff_ffff;
/** How long written data may take to leave when the session ends. */
const FLUSH_MS = 10_000;

/** Speaks yamux over a connected transport, which then belongs to the session. */
export function createSession(transport: Duplex, options: SessionOptions): Session {
  return new YamuxSession(transport, options);
}

class YamuxSession implements Session, FrameReceiver, StreamLink {
  readonly closed: Promise<Error | undefined>;
  private readonly streams = new Map<number, YamuxStream>();
  private readonly unannounced = new Set<YamuxStream>();
  private readonly parser = new FrameParser(this);
  private readonly gate = new SynGate();
  private readonly clock: Clock;
  private readonly outbox: Outbox;
  private readonly pings: Pings;
  private nextId: number;
  private remoteStreams = 0;
  /** Whose payload is arriving; undefined if nobody wants it. */
  private receiver: YamuxStream | undefined;
  private receiverEnds = false;
  private refused = false;
  private over = false;
  private reason: Error | undefined;

  constructor(
    private readonly transport: Duplex,
    private readonly options: SessionOptions,
  ) {
    this.clock = options.clock ?? systemClock;
    this.nextId = options.role === 'client' ? 1 : 2;
    this.outbox = new Outbox(transport, (error) => this.finish(error));
    this.pings = new Pings((header) => this.control(header), this.clock);
    this.pings.keepAlive((error) => this.finish(error));
    this.closed = new Promise((resolve) => transport.once('close', () => resolve(this.reason)));
    transport.on('data', (chunk: Buffer) => this.read(chunk));
    transport.on('end', () => this.finish(this.truncation()));
    transport.on('error', (error) => this.finish(error));
    transport.on('close', () => this.finish(this.truncation()));
  }

  open(): Duplex {
    const stream = new YamuxStream(this);
    if (this.over || this.refused) {
      return stream.destroy(new YamuxError('refused', 'the other side takes no more streams'));
    }
    this.unannounced.add(stream);
    this.gate.enter(() => this.announce(stream));
    return stream;
  }

  async ping(): Promise<void> {
    if (this.over) throw new YamuxError('closed', 'the session is closed');
    return this.pings.ask();
  }

  close(): void {
    this.finish(undefined, GO_AWAY.normal);
  }

  frame(header: FrameHeader): void {
    this.receiver = undefined;
    if (header.type === FRAME.ping) this.pings.receive(header);
    else if (header.type === FRAME.goAway) this.goAway(header.length);
    else this.streamFrame(header);
  }

  payload(piece: Buffer): void {
    this.receiver?.receive(piece);
  }

  payloadEnd(): void {
    if (this.receiverEnds) this.receiver?.receiveEnd();
  }

  control(header: FrameHeader): void {
    this.outbox.control(header);
  }

  data(header: FrameHeader, payload: Uint8Array): void {
    this.outbox.data(header, payload);
  }

  schedule(stream: YamuxStream): void {
    this.outbox.schedule(stream);
  }

  forget(stream: YamuxStream): void {
    this.outbox.forget(stream);
    this.unannounced.delete(stream);
    if (this.streams.delete(stream.id) && this.isRemote(stream.id)) this.remoteStreams--;
    this.gate.leave(stream.id);
  }

  private read(chunk: Buffer): void {
    if (this.over) return;
    try {
      this.parser.push(chunk);
    } catch (error) {
      if (!(error instanceof YamuxError)) throw error;
      this.finish(error, GO_AWAY.protocolError);
    }
  }

  private streamFrame({type, flags, streamId, length}: FrameHeader): void {
    if (flags & FLAG.syn) this.accept(streamId);
    if (flags & FLAG.ack) this.gate.leave(streamId);
    // Frames of a stream that is over may still be under way.
    const stream = this.streams.get(streamId);
    if (!stream) return;
    const ends = (flags & FLAG.fin) !== 0;
    if (flags & FLAG.rst) {
      stream.abandon(new YamuxError('reset', 'the other side reset the stream'));
    } else if (type === FRAME.windowUpdate) {
      stream.widen(length);
      if (ends) stream.receiveEnd();
    } else {
      stream.expect(length);
      this.receiver = stream;
      this.receiverEnds = ends;
    }
  }

  private accept(streamId: number): void {
    if (!this.isRemote(streamId) || this.streams.has(streamId)) {
      throw new YamuxError('protocol', `stream ${streamId} cannot be opened by the other side`);
    }
    if (this.over) return;
    if (this.remoteStreams >= MAX_REMOTE_STREAMS) {
      this.control({type: FRAME.windowUpdate, flags: FLAG.rst, streamId, length: 0});
      return;
    }
    const stream = new YamuxStream(this);
    this.streams.set(streamId, stream);
    this.remoteStreams++;
    this.control({type: FRAME.windowUpdate, flags: FLAG.ack, streamId, length: 0});
    stream.announced(streamId);
    this.options.onStream(stream);
  }

  private announce(stream: YamuxStream): number | undefined {
    this.unannounced.delete(stream);
    if (this.over || stream.destroyed) return undefined;
    const streamId = this.nextId;
    if (streamId > MAX_ID) {
      stream.abandon(new YamuxError('refused', 'the session has used up its stream ids'));
      return undefined;
    }
    this.nextId += 2;
    this.streams.set(streamId, stream);
    this.control({type: FRAME.windowUpdate, flags: FLAG.syn, streamId, length: 0});
    stream.announced(streamId);
    return streamId;
  }

  private goAway(code: number): void {
    this.refused = true;
    if (code !== GO_AWAY.normal) {
      this.finish(new YamuxError('closed', `the other side gave up with code ${code}`));
    }
  }

  /** Ids are odd on the client's side; 0 is the session itself. */
  private isRemote(streamId: number): boolean {
    return streamId > 0 && (streamId % 2 === 0) === (this.options.role === 'client');
  }

  private truncation(): Error | undefined {
    return this.parser.betweenFrames
      ? undefined
      : new YamuxError('protocol', 'the connection ended inside a frame');
  }

  /** Ends the session: with a goodbye if there is a code to send, or at once if nobody would receive it. */
  private finish(reason: Error | undefined, goodbye?: number): void {
    if (this.over) return;
    this.over = true;
    this.reason = reason;
    const error = reason ?? new YamuxError('closed', 'the session is closed');
    this.pings.stop(error);
    for (const stream of [...this.streams.values(), ...this.unannounced]) stream.abandon(error);
    if (goodbye === undefined) {
      this.transport.destroy();
      return;
    }
    this.control({type: FRAME.goAway, flags: 0, streamId: 0, length: goodbye});
    const cancel = this.clock.after(FLUSH_MS, () => this.transport.destroy());
    this.transport.once('close', cancel);
    this.transport.end(() => this.transport.destroy());
  }
}
