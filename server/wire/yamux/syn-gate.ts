/** Streams opened and not yet accepted; Go's backlog holds as many, and resets the next one. */
const MAX_UNACKNOWLEDGED = 256;

/** Lets a stream be announced only while the other side has room for it. */
export class SynGate {
  private readonly unacknowledged = new Set<number>();
  private readonly waiting: (() => number | undefined)[] = [];

  /** Runs `announce` as soon as there is room. It answers the id announced, or undefined if nothing was. */
  enter(announce: () => number | undefined): void {
    this.waiting.push(announce);
    this.admit();
  }

  /** The stream was accepted, or no longer exists. */
  leave(id: number): void {
    if (this.unacknowledged.delete(id)) this.admit();
  }

  private admit(): void {
    while (this.waiting.length > 0 && this.unacknowledged.size < MAX_UNACKNOWLEDGED) {
      const id = this.waiting.shift()?.();
      if (id !== undefined) this.unacknowledged.add(id);
    }
  }
}
