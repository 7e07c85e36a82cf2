/** How Mattermost shows replies, and whether it collapses their threads. */
export const THREAD_MODES: readonly (readonly [mode: string, collapses: boolean])[] = [
  ['collapsed threads', true],
  ['threads in the channel', false],
];
