/**
 * The smallest value that is not below `share` of them (nearest rank), so always one that was measured.
 *
 * @param share - above 0, at most 1: 0.95 for p95
 * @throws RangeError without values
 */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const found = sorted[Math.ceil(sorted.length * share) - 1];
  if (found === undefined) throw new RangeError('a percentile needs values and a share in (0, 1]');
  return found;
}

/** The percentile of one half. */
export const median = (values: readonly number[]): number => percentile(values, 0.5);
