import fc from 'fast-check';

/** Code points that are halves of characters, and no characters. */
const HALVES = {first: 0xd800, count: 0x800};

/** Any character. Those of fast-check (`unit: 'binary'`) are in a table that takes a second, in each suite anew. */
const character = fc.nat({max: 0x10ffff - HALVES.count}).map(
  (index) => String.fromCodePoint(index < HALVES.first ? index : index + HALVES.count),
  (text) => {
    const point = typeof text === 'string' ? (text.codePointAt(0) ?? 0) : 0;
    if (typeof text !== 'string' || text !== String.fromCodePoint(point)) throw new Error('No character');
    return point < HALVES.first ? point : point - HALVES.count;
  },
);

/** Any text of whole characters, from all of Unicode. */
export const anyText = (limits: Omit<fc.StringConstraints, 'unit'> = {}): fc.Arbitrary<string> =>
  fc.string({...limits, unit: character});
