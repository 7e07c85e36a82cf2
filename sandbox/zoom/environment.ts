/** Time and randomness as arguments; the plugin's own ports of the same form fit. */
export interface Clock {
  /** Milliseconds since the Unix epoch. */
  now(): number;
  /** Runs `task` once after `ms` milliseconds; the answer cancels it. */
  after(ms: number, task: () => void): () => void;
}

export interface Random {
  bytes(length: number): Uint8Array;
}
