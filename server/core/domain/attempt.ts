/** Somebody wanted something for which Zoom has to be asked. */
export interface Attempt {
  id: string;
  /** Milliseconds since the epoch. */
  at: number;
}
