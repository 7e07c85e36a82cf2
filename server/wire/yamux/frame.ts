import {YamuxError} from './yamux-error.js';

/** A data frame's length counts the payload behind it; the other types have none and put a value there. */
export const FRAME = {data: 0, windowUpdate: 1, ping: 2, goAway: 3} as const;

/** A bit mask, on data and window updates alike; a ping uses `syn` for the question and `ack` for the answer. */
export const FLAG = {syn: 1, ack: 2, fin: 4, rst: 8} as const;

/** Values of a goAway frame. */
export const GO_AWAY = {normal: 0, protocolError: 1} as const;

export const HEADER_BYTES = 12;

/** Bytes either side may have under way per stream until the other grants more; both ends assume it. */
export const WINDOW_BYTES = 256 * 1024;

export interface FrameHeader {
  readonly type: number;
  readonly flags: number;
  readonly streamId: number;
  readonly length: number;
}

/** `version u8 = 0 | type u8 | flags u16 | stream id u32 | length u32`, big-endian. */
export function encodeHeader({type, flags, streamId, length}: FrameHeader): Buffer {
  const bytes = Buffer.allocUnsafe(HEADER_BYTES);
  bytes.writeUInt16BE(type, 0);
  bytes.writeUInt16BE(flags, 2);
  bytes.writeUInt32BE(streamId, 4);
  bytes.writeUInt32BE(length, 8);
  return bytes;
}

/** Throws {@link YamuxError} on another version or an unknown type. */
export function decodeHeader(bytes: Buffer): FrameHeader {
  // Version 0 is the upper half of the first 16 bits: what remains is the type.
  const type = bytes.readUInt16BE(0);
  if (type > FRAME.goAway) throw new YamuxError('protocol', `version or type unknown: ${type}`);
  return {type, flags: bytes.readUInt16BE(2), streamId: bytes.readUInt32BE(4), length: bytes.readUInt32BE(8)};
}
