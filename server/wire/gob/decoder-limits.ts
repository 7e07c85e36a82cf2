/** What a decoder accepts from the other side before it gives up with `over-limit`. */
export interface DecoderLimits {
  /** Bytes of one value with the definitions in front of it and inside it. */
  readonly bytes: number;
  /** Values inside one value, every field and element counted: small on the wire, they are larger in memory. */
  readonly values: number;
  /** Structs, lists, maps and interfaces inside each other. */
  readonly depth: number;
  /** Types and struct fields defined in the whole stream. */
  readonly definitions: number;
}

/** Far above what a server sends (its whole configuration: 20 kB, 2 000 definitions), far below what hurts. */
export const DEFAULT_LIMITS: DecoderLimits = {
  bytes: 128 * 1024 * 1024,
  values: 2_000_000,
  depth: 200,
  definitions: 50_000,
};
