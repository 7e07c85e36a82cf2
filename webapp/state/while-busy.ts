import type {ClientState} from './client-state.js';
import type {Observable} from './observable.js';

/** Keeps the buttons of this key at rest until the work is done. */
export async function whileBusy<T>(
  state: Observable<ClientState>,
  key: string,
  work: () => Promise<T>,
): Promise<T> {
  state.change({busy: new Set([...state.get().busy, key])});
  try {
    return await work();
  } finally {
    state.change({busy: new Set([...state.get().busy].filter((other) => other !== key))});
  }
}
