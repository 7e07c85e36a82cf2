import type {ComponentType} from 'react';

/** What the script has registered, as the page draws it. */
export const registered: Record<string, unknown[]> = {};

const listeners = new Set<() => void>();
const byId = new Map<string, string>();
let nextId = 0;
let version = 0;

/** Goes up with every change of what the page shows. */
export const versionNow = (): number => version;
export const listenerCount = (): number => listeners.size;

export const changed = (): void => {
  version += 1;
  for (const listener of [...listeners]) listener();
};
export const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** @returns its id */
export function keep(place: string, args: unknown[]): string {
  nextId += 1;
  const id = `id${nextId}`;
  registered[place] = [...(registered[place] ?? []), [id, ...args]];
  byId.set(id, place);
  changed();
  return id;
}

export function drop(id: string): void {
  const place = byId.get(id) ?? '';
  registered[place] = (registered[place] ?? []).filter((entry) => (entry as unknown[])[0] !== id);
  changed();
}

/** What is registered for a place, each with its id before what was given. */
export const entriesOf = (place: string): [string, ...unknown[]][] =>
  (registered[place] ?? []) as [string, ...unknown[]][];

/** A component that takes whatever the page gives. */
export type Drawn = ComponentType<Record<string, unknown>>;
