import type {SimulatorState} from './create-state.js';

/** What `look` finds, now or after one of the changes to come. There is no time limit here. */
export function whenFound<T>(state: Pick<SimulatorState, 'onChange'>, look: () => T | undefined): Promise<T> {
  return new Promise((resolve) => {
    const found = look();
    if (found !== undefined) return resolve(found);
    const stop = state.onChange(() => {
      const foundLater = look();
      if (foundLater === undefined) return;
      stop();
      resolve(foundLater);
    });
  });
}
