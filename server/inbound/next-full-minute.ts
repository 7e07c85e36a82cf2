const MINUTE_MS = 60_000;

/** Times are told in minutes: whoever comes back at the minute that they read must not be too early. */
export const nextFullMinute = (at: number): number => Math.ceil(at / MINUTE_MS) * MINUTE_MS;
