/** Beginnings of the paths of the suites that take longest; the slowest first. */
export const LONGEST: readonly string[];
