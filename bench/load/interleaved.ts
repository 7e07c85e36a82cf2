/** What two contestants took in one round, in microseconds (p50 of a batch). */
export interface Round {
  readonly ours: number;
  readonly theirs: number;
}

/**
 * Lets two take turns, so that anything else on the machine affects both alike. Who begins changes from round to round.
 */
export async function interleaved(
  rounds: number,
  ours: () => Promise<number>,
  theirs: () => Promise<number>,
): Promise<readonly Round[]> {
  const played: Round[] = [];
  while (played.length < rounds) {
    if (played.length % 2 === 0) {
      const first = await ours();
      played.push({ours: first, theirs: await theirs()});
    } else {
      const first = await theirs();
      played.push({ours: await ours(), theirs: first});
    }
  }
  return played;
}
