import {decodeHeader, FRAME, HEADER_BYTES, type FrameHeader} from './frame.js';

export interface FrameReceiver {
  /** A frame begins. The payload of a data frame follows in pieces. */
  frame(header: FrameHeader): void;
  payload(piece: Buffer): void;
  /** The payload of a data frame is complete. */
  payloadEnd(): void;
}

/** Cuts a byte stream into frames, whatever chunks it arrives in, and copies no payload. */
export class FrameParser {
  private readonly header = Buffer.alloc(HEADER_BYTES);
  private headerBytes = 0;
  private payloadLeft = 0;

  constructor(private readonly receiver: FrameReceiver) {}

  /** True where a stream may end. */
  get betweenFrames(): boolean {
    return this.headerBytes === 0 && this.payloadLeft === 0;
  }

  push(chunk: Buffer): void {
    for (let at = 0; at < chunk.length;) {
      at += this.payloadLeft > 0 ? this.pushPayload(chunk, at) : this.pushHeader(chunk, at);
    }
  }

  private pushPayload(chunk: Buffer, at: number): number {
    const piece = chunk.subarray(at, at + this.payloadLeft);
    this.payloadLeft -= piece.length;
    this.receiver.payload(piece);
    if (this.payloadLeft === 0) this.receiver.payloadEnd();
    return piece.length;
  }

  private pushHeader(chunk: Buffer, at: number): number {
    const copied = chunk.copy(this.header, this.headerBytes, at);
    this.headerBytes += copied;
    if (this.headerBytes === HEADER_BYTES) {
      this.headerBytes = 0;
      const header = decodeHeader(this.header);
      this.receiver.frame(header);
      if (header.type === FRAME.data) this.beginPayload(header.length);
    }
    return copied;
  }

  private beginPayload(length: number): void {
    this.payloadLeft = length;
    if (length === 0) this.receiver.payloadEnd();
  }
}
