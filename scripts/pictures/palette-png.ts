import {deflateSync, inflateSync} from 'node:zlib';

/** An image as Chromium's screenshots have it: eight bits a channel, rows from the top. */
interface Picture {
  width: number;
  height: number;
  /** Red, green and blue of each pixel, as one number. */
  pixels: Uint32Array;
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const MOST_COLOURS = 256;

/**
 * The same picture with the 256 colours that it has most of, the others as the nearest of them: a third of the bytes,
 * and of a page with text nobody sees a difference.
 *
 * @param png - a screenshot: eight bits a channel, not interlaced, opaque
 * @throws Error when it is another kind of PNG
 */
export function palettePng(png: Buffer): Buffer {
  const {width, height, pixels} = readPng(png);
  const palette = commonest(pixels);
  const indices = new Map(palette.map((colour, index) => [colour, index]));
  const rows = Buffer.alloc(height * (width + 1));
  pixels.forEach((colour, at) => {
    const index = indices.get(colour) ?? nearest(palette, colour);
    indices.set(colour, index);
    rows[at + Math.floor(at / width) + 1] = index;
  });
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3], 8);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap(channels))),
    chunk('IDAT', deflateSync(rows, {level: 9})),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const channels = (colour: number): [number, number, number] => [
  colour >> 16,
  (colour >> 8) & 255,
  colour & 255,
];

function commonest(pixels: Uint32Array): number[] {
  const counts = new Map<number, number>();
  for (const colour of pixels) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const byCount = [...counts].sort(([, one], [, other]) => other - one);
  return byCount.slice(0, MOST_COLOURS).map(([colour]) => colour);
}

function nearest(palette: readonly number[], colour: number): number {
  const wanted = channels(colour);
  const distances = palette.map((candidate) =>
    channels(candidate).reduce((sum, value, at) => sum + (value - (wanted[at] as number)) ** 2, 0),
  );
  return distances.indexOf(Math.min(...distances));
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  checksum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, checksum]);
}

/** The checksum of PNG: `crc32` of node:zlib is younger than the oldest Node that we support. */
function crc32(bytes: Uint8Array): number {
  let rest = ~0;
  for (const byte of bytes) {
    rest ^= byte;
    for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  }
  return ~rest >>> 0;
}

function readPng(png: Buffer): Picture {
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const [depth, colourType, , , interlace] = png.subarray(24, 29);
  const size = colourType === 2 ? 3 : 4;
  if (depth !== 8 || (colourType !== 2 && colourType !== 6) || interlace !== 0)
    throw new Error('This is not a PNG as browsers write it');
  const data: Buffer[] = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT')
      data.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  }
  const bytes = unfilter(inflateSync(Buffer.concat(data)), width * size, size);
  const pixels = Uint32Array.from({length: width * height}, (_, at) => bytes.readUIntBE(at * size, 3));
  return {width, height, pixels};
}

/** Each byte is stored as its difference from what its neighbours foretell: left, above, and above left. */
function unfilter(rows: Buffer, width: number, size: number): Buffer {
  const bytes = Buffer.alloc(rows.length - rows.length / (width + 1));
  for (let at = 0; at < bytes.length; at += 1) {
    const [row, column] = [Math.floor(at / width), at % width];
    const filter = rows[row * (width + 1)] as number;
    const left = column < size ? 0 : (bytes[at - size] as number);
    const above = row === 0 ? 0 : (bytes[at - width] as number);
    const corner = row === 0 || column < size ? 0 : (bytes[at - width - size] as number);
    const foretold = [0, left, above, (left + above) >> 1, paeth(left, above, corner)][filter] as number;
    bytes[at] = (rows[row * (width + 1) + 1 + column] as number) + foretold;
  }
  return bytes;
}

function paeth(left: number, above: number, corner: number): number {
  const guess = left + above - corner;
  const [byLeft, byAbove, byCorner] = [left, above, corner].map((value) => Math.abs(guess - value)) as [
    number,
    number,
    number,
  ];
  if (byLeft <= byAbove && byLeft <= byCorner) return left;
  return byAbove <= byCorner ? above : corner;
}
