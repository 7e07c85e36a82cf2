import type {Clock} from '../../lib/clock.js';

/** Values that wait under an id until somebody takes them, for a limited time. */
export class Rendezvous<T> {
  private readonly waiting = new Map<number, {readonly value: T; readonly cancel: () => void}>();

  constructor(
    private readonly clock: Clock,
    private readonly ms: number,
    private readonly onLate: (value: T, id: number) => void,
  ) {}

  /** False if a value waits there already. */
  put(id: number, value: T): boolean {
    if (this.waiting.has(id)) return false;
    const cancel = this.clock.after(this.ms, () => {
      this.waiting.delete(id);
      this.onLate(value, id);
    });
    this.waiting.set(id, {value, cancel});
    return true;
  }

  take(id: number): T | undefined {
    const found = this.waiting.get(id);
    found?.cancel();
    this.waiting.delete(id);
    return found?.value;
  }
}
