/** A queue shared by all nodes, for something that must not happen too often. */
export interface Turns {
  /**
   * Takes the next turn.
   * @returns when it begins (ms since the epoch); `undefined`: not within `patienceMs`, and none was taken.
   * @throws `store-unavailable` or `record-unreadable`
   */
  take(patienceMs: number): Promise<number | undefined>;
}
