/** The earliest of the times that are known. */
export const earliest = (...times: readonly (number | undefined)[]): number | undefined =>
  pick(Math.min, times);

/** The latest of the times that are known. */
export const latest = (...times: readonly (number | undefined)[]): number | undefined =>
  pick(Math.max, times);

function pick(
  choose: (...times: number[]) => number,
  times: readonly (number | undefined)[],
): number | undefined {
  const known = times.filter((time) => time !== undefined);
  return known.length === 0 ? undefined : choose(...known);
}
