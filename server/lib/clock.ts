/** Time as an argument, so that tests decide what time it is. For the leaves and the wire, which know no port. */
export interface Clock {
  /** Milliseconds since the Unix epoch. */
  now(): number;
  /** Runs `task` once after `ms` milliseconds; the answer cancels it. Never keeps the process alive. */
  after(ms: number, task: () => void): () => void;
}
