/**
 * What a call is taken to last, in milliseconds. Close to what a Mattermost with PostgreSQL on the same machine needs, and
 * to Zoom from Europe. Everything else (the plugin's own work, the wire) is taken for nothing.
 */
export const COSTS = {read: 1, keyValueWrite: 2.5, post: 6, zoom: 100} as const;

/**
 * The calls are made so many times slower than that, and the time that is measured is divided by it again: what this
 * machine needs itself, busy or not, disappears beside them.
 */
export const SLOWER = 20;
