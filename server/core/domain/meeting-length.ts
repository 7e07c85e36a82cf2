const MINUTE = 60_000;

/** Whole minutes from start to end, to the nearest; 0: less than a minute. `undefined`: not known. */
export function meetingLength(
  startedAt: number | undefined,
  endedAt: number | undefined,
): number | undefined {
  if (startedAt === undefined || endedAt === undefined) return undefined;
  const length = Math.max(0, endedAt - startedAt);
  return length < MINUTE ? 0 : Math.round(length / MINUTE);
}
