/** Go's `binary.PutVarint` for numbers from 0 to 2^52: zigzag, 7 bits per byte, least significant first. */
export function encodeVarint(value: number): Uint8Array {
  const bytes: number[] = [];
  let rest = value * 2;
  while (rest >= 0x80) {
    bytes.push((rest % 0x80) | 0x80);
    rest = Math.floor(rest / 0x80);
  }
  bytes.push(rest);
  return Uint8Array.from(bytes);
}

/** The numbers in a stream of varints, as they arrive; negative ones are 0. */
export async function* decodeVarints(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<number> {
  let zigzag = 0;
  let scale = 1;
  for await (const chunk of chunks) {
    for (const byte of chunk) {
      zigzag += (byte & 0x7f) * scale;
      scale *= 0x80;
      if (byte >= 0x80) continue;
      yield zigzag % 2 === 0 ? zigzag / 2 : 0;
      zigzag = 0;
      scale = 1;
    }
  }
}
