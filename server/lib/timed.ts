/** Observes how many seconds it takes, whatever becomes of it, and hands it on. */
export function timed<T>(
  clock: {now(): number},
  work: Promise<T>,
  observe: (seconds: number) => void,
): Promise<T> {
  const begun = clock.now();
  return work.finally(() => observe((clock.now() - begun) / 1000));
}
