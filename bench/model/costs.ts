/**
 * What a call is taken to last, in milliseconds. Close to what a Mattermost with PostgreSQL on the same machine needs,
 * and to Zoom from Europe. Everything else (the plugin's own work, the wire) is taken for nothing.
 */
export const COSTS = {read: 1, keyValueWrite: 2.5, post: 6, zoom: 100} as const;

/** Tells the bench's own entry of the service how many times slower its store is. */
export const STORE_SLOWER = 'BENCH_STORE_SLOWER';

/** Tells the bench's own entry of the service how many times as fast its time passes. */
export const CLOCK_FASTER = 'BENCH_CLOCK_FASTER';
