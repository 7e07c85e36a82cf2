import type {Duplex} from 'node:stream';
import {encodeHeader, type FrameHeader} from './frame.js';
import {YamuxError} from './yamux-error.js';

/** Something with data to send. */
export interface Sender {
  /** Sends one frame if it may; answers whether it could send another right away. */
  sendFrame(): boolean;
}

/** Answers that the other side has not read. Only a peer that floods us without reading gets here. */
const MAX_BACKLOG_BYTES = 4 * 1024 * 1024;

/**
 * What goes to the transport. Control frames go at once; data waits while the transport is full, and then streams take
 * turns, a frame each. Everything sent within one turn of the event loop leaves in one system call.
 */
export class Outbox {
  private readonly ready = new Set<Sender>();
  private full = false;
  private corked = false;

  constructor(
    private readonly transport: Duplex,
    private readonly onFlooded: (error: YamuxError) => void,
  ) {
    transport.on('drain', () => {
      this.full = false;
      this.pump();
    });
  }

  control(header: FrameHeader): void {
    this.write(encodeHeader(header));
    if (this.transport.writableLength > MAX_BACKLOG_BYTES) {
      this.onFlooded(new YamuxError('unresponsive', 'the other side does not read its answers'));
    }
  }

  data(header: FrameHeader, payload: Uint8Array): void {
    this.write(encodeHeader(header));
    this.write(payload);
  }

  /** Lets the sender send when it is its turn. */
  schedule(sender: Sender): void {
    this.ready.add(sender);
    this.pump();
  }

  forget(sender: Sender): void {
    this.ready.delete(sender);
  }

  private pump(): void {
    // The Set is a queue: a sender that is added again goes to the end, and this very loop reaches it again.
    for (const sender of this.ready) {
      if (this.full) return;
      this.ready.delete(sender);
      if (sender.sendFrame()) this.ready.add(sender);
    }
  }

  private write(bytes: Uint8Array): void {
    if (!this.transport.writable) return;
    if (!this.corked) {
      this.corked = true;
      this.transport.cork();
      queueMicrotask(() => {
        this.corked = false;
        this.transport.uncork();
      });
    }
    if (!this.transport.write(bytes)) this.full = true;
  }
}
