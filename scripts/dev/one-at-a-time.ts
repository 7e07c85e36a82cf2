/**
 * Runs a task whenever asked, but never twice at once: requests during a run lead to one more run after it.
 *
 * @returns asks for a run; resolves when nothing is left to do
 */
export const oneAtATime = (task: () => Promise<void>): (() => Promise<void>) => {
  let running: Promise<void> | undefined;
  let again = false;
  const run = async () => {
    do {
      again = false;
      await task();
    } while (again);
  };
  return () => {
    again = true;
    running ??= run().finally(() => {
      running = undefined;
    });
    return running;
  };
};
