import type {ManualClock} from './manual-clock.js';

/** Lets what was put off happen, one task after the other, until `work` settles. */
export async function passTimeUntil<T>(clock: ManualClock, work: Promise<T>): Promise<T> {
  let isRunning = true;
  const stop = (): void => void (isRunning = false);
  work.then(stop, stop);
  while (isRunning) {
    await new Promise((resolve) => setImmediate(resolve));
    const ms = clock.nextIn();
    if (isRunning && ms !== undefined) clock.advance(ms);
  }
  return work;
}
