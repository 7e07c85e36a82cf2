/** What the middle of the page shows. */
export type View = 'channel' | 'threads' | 'admin';
