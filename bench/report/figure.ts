/** One measured number. */
export interface Figure {
  /** Ends with the unit where it has one: `start_p50_ms`. */
  readonly name: string;
  readonly value: number;
  /** What it should be at most. A missed target is marked in the table; nothing fails. */
  readonly target?: number;
}
