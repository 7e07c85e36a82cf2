/** The items in an order that looks random but is the same in every run. */
export function shuffled<T>(items: readonly T[]): readonly T[] {
  const next = createSequence(1);
  return items
    .map((item) => ({item, place: next()}))
    .sort((a, b) => a.place - b.place)
    .map(({item}) => item);
}

/** Numbers below 2^32 by Marsaglia's xorshift; `seed` is not 0. https://www.jstatsoft.org/article/view/v008i14 */
function createSequence(seed: number): () => number {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
}
