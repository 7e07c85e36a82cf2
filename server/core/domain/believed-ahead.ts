/**
 * More than clocks are off without anybody noticing, and as much longer as a signature could then be good: whoever
 * wrote another time into an answer of Zoom's must not get one for next year.
 */
const BELIEVED_MS = 60 * 60_000;

/**
 * How far Zoom's clock is taken to be ahead of ours, in milliseconds: what Zoom takes is judged by its clock, not by
 * ours, which may be wrong. Beyond an hour it is ours that counts, and the test of the set-up says so.
 */
export const believedAhead = (told: number | undefined): number =>
  told === undefined || Math.abs(told) > BELIEVED_MS ? 0 : told;
