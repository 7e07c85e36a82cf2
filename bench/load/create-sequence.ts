/** Numbers below 2^32 by Marsaglia's xorshift; `seed` is not 0. https://www.jstatsoft.org/article/view/v008i14 */
export function createSequence(seed: number): () => number {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
}
