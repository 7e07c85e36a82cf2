import {createDecoder} from '../../../server/wire/gob/decoder.js';
import type {DecoderLimits} from '../../../server/wire/gob/decoder-limits.js';

/** Everything the bytes hold, handed over in the given pieces. */
export function decodeAll(pieces: readonly Uint8Array[], limits: Partial<DecoderLimits> = {}): unknown[] {
  const decoder = createDecoder(limits);
  const values: unknown[] = [];
  for (const piece of pieces) {
    decoder.push(piece);
    for (let next = decoder.next(); next; next = decoder.next()) values.push(next.value);
  }
  return values;
}

/** Cuts bytes at places given as fractions of their length. */
export function cut(bytes: Uint8Array, places: readonly number[]): Uint8Array[] {
  const offsets = [0, ...places.map((place) => Math.floor(place * bytes.length)), bytes.length].sort(
    (a, b) => a - b,
  );
  return offsets.slice(1).map((end, index) => bytes.subarray(offsets[index], end));
}
