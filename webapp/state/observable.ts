import {useSyncExternalStore} from 'react';

/** A value that tells when it changes. */
export interface Observable<T> {
  get: () => T;
  /** Replaces the named parts; the others stay. */
  change: (parts: Partial<T>) => void;
  /** @returns ends the subscription */
  subscribe: (listener: () => void) => () => void;
}

/** A registered reducer cannot be removed when the plugin is switched off. This is gone with its last listener. */
export function createObservable<T extends object>(initial: T): Observable<T> {
  let value = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    change(parts) {
      value = {...value, ...parts};
      for (const listener of [...listeners]) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/**
 * One part of it; the component is drawn again when that part changes. `select` has to return the same for the same
 * state.
 */
export const useObservable = <T extends object, Part>(
  from: Observable<T>,
  select: (value: T) => Part,
): Part => useSyncExternalStore(from.subscribe, () => select(from.get()));
