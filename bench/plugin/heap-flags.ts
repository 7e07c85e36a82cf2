/**
 * Gives a script build the heap that the single executable carries inside (scripts/bundle/write-sea-blob.ts),
 * which itself takes nothing from NODE_OPTIONS.
 */
export const heapFlags = {NODE_OPTIONS: '--max-old-space-size=128 --max-semi-space-size=2'} as const;
