import type {Duplex} from 'node:stream';

/** A frame as it stands on the wire. */
export interface RawFrame {
  readonly type: number;
  readonly flags: number;
  readonly id: number;
  /** The payload's, or the value of a frame without payload. */
  readonly length: number;
  readonly payload: Buffer;
}

/** The other side of a session, made by hand: it sees and says frames, and follows no rule. */
export interface RawPeer {
  send(type: number, flags: number, id: number, length: number, payload?: Uint8Array): void;
  /** Bytes as they are. */
  sendRaw(bytes: Uint8Array): void;
  /** The next frame that fits; those before it are dropped. Rejects when the connection ends first. */
  next(fits: (frame: RawFrame) => boolean): Promise<RawFrame>;
  /** Data frames, until they hold so many bytes. */
  data(bytes: number): Promise<RawFrame[]>;
  /**
   * All frames up to now; data may still wait for a free connection. What was sent before this call has been answered.
   */
  settle(): Promise<RawFrame[]>;
}

export const DATA = 0;
export const WINDOW = 1;
export const PING = 2;
export const GO_AWAY = 3;
export const SYN = 1;
export const ACK = 2;
export const FIN = 4;
export const RST = 8;

export function createRawPeer(transport: Duplex): RawPeer {
  const frames: RawFrame[] = [];
  let rest: Buffer = Buffer.alloc(0);
  let wake = (): void => undefined;
  let over = false;
  let pings = 1_000_000;

  transport.on('data', (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk]);
    for (let frame = parse(rest); frame; frame = parse(rest)) {
      rest = rest.subarray(12 + frame.payload.length);
      frames.push(frame);
    }
    wake();
  });
  transport.on('close', () => {
    over = true;
    wake();
  });

  async function next(fits: (frame: RawFrame) => boolean): Promise<RawFrame> {
    for (;;) {
      const found = frames.findIndex(fits);
      if (found >= 0) return frames.splice(0, found + 1).at(-1) as RawFrame;
      if (over) throw new Error('the connection ended');
      await new Promise<void>((resolve) => (wake = resolve));
    }
  }

  function send(type: number, flags: number, id: number, length: number, payload = new Uint8Array()): void {
    const header = Buffer.alloc(12);
    header.writeUInt8(type, 1);
    header.writeUInt16BE(flags, 2);
    header.writeUInt32BE(id, 4);
    header.writeUInt32BE(length, 8);
    transport.write(Buffer.concat([header, payload]));
  }

  async function data(bytes: number): Promise<RawFrame[]> {
    const found: RawFrame[] = [];
    for (let left = bytes; left > 0; left -= found.at(-1)?.length ?? 0) {
      found.push(await next(({type}) => type === DATA));
    }
    return found;
  }

  async function settle(): Promise<RawFrame[]> {
    const question = pings++;
    send(PING, SYN, 0, question);
    const isAnswer = ({type, length}: RawFrame): boolean => type === PING && length === question;
    for (;;) {
      const found = frames.findIndex(isAnswer);
      if (found >= 0) return frames.splice(0, found + 1).slice(0, -1);
      if (over) throw new Error('the connection ended');
      await new Promise<void>((resolve) => (wake = resolve));
    }
  }

  return {send, sendRaw: (bytes) => void transport.write(bytes), next, data, settle};
}

function parse(bytes: Buffer): RawFrame | undefined {
  if (bytes.length < 12) return undefined;
  const type = bytes.readUInt8(1);
  const length = bytes.readUInt32BE(8);
  const payload = type === DATA ? length : 0;
  if (bytes.length < 12 + payload) return undefined;
  return {
    type,
    flags: bytes.readUInt16BE(2),
    id: bytes.readUInt32BE(4),
    length,
    payload: bytes.subarray(12, 12 + payload),
  };
}
