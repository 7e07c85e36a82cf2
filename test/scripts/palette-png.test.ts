import {deflateSync, inflateSync} from 'node:zlib';
import {describe, expect, it} from '@jest/globals';
import {palettePng} from '../../scripts/pictures/palette-png.js';

/** With no checksum, which nobody reads here. */
const chunk = (type: string, data: Buffer): Buffer => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([length, Buffer.from(type), data, Buffer.alloc(4)]);
};

/** A PNG of these rows, each with the number of its filter before it. */
const png = (width: number, rows: readonly number[][], depth = 8): Buffer => {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(rows.length, 4);
  header.set([depth, 2], 8);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.from(rows.flat()))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};

/** The colours of a picture with a palette, row by row. */
const coloursOf = (picture: Buffer): string[][] => {
  const part = (type: string): Buffer => {
    const at = picture.indexOf(type);
    return picture.subarray(at + 4, at + 4 + picture.readUInt32BE(at - 4));
  };
  const width = part('IHDR').readUInt32BE(0);
  const rows = inflateSync(part('IDAT'));
  return Array.from({length: rows.length / (width + 1)}, (_, row) =>
    [...rows.subarray(row * (width + 1) + 1, (row + 1) * (width + 1))].map((index) =>
      part('PLTE').toString('hex', index * 3, index * 3 + 3),
    ),
  );
};

describe('A picture with a palette', () => {
  it('shows what the screenshot shows, by whichever filter its rows were stored', () => {
    const rows = [
      [0, 1, 2, 3, 10, 20, 30],
      [1, 1, 2, 3, 9, 18, 27],
      [2, 0, 0, 0, 0, 0, 0],
      [3, 1, 1, 2, 5, 9, 14],
      [4, 0, 0, 0, 0, 0, 0],
    ];
    expect(coloursOf(palettePng(png(2, rows)))).toEqual(Array(5).fill(['010203', '0a141e']));
  });

  it('has the nearest colour where there are too many', () => {
    const many = Array.from({length: 256}, (_, value) => [value, value, value]).flat();
    const row = [...many, ...many, 9, 9, 8];
    const [colours] = coloursOf(palettePng(png(513, [[0, ...row]])));
    expect(colours?.slice(0, 256)).toEqual(colours?.slice(256, 512));
    expect([colours?.[255], colours?.[512]]).toEqual(['ffffff', '090909']);
  });

  it('has the checksums of PNG', () => {
    // That of its end, which is the same in every PNG.
    expect(
      palettePng(png(1, [[0, 1, 2, 3]]))
        .subarray(-4)
        .toString('hex'),
    ).toBe('ae426082');
  });

  it('is refused of what is no screenshot', () => {
    expect(() => palettePng(png(1, [[0, 1, 2, 3]], 16))).toThrow('not a PNG as browsers write it');
  });
});
