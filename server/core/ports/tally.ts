/** Counts one more for this reason. Costs the caller no wait. */
export type Tally<Reason extends string> = (reason: Reason) => void;
