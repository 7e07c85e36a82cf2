const KEY = 'zoom-join-name';

/** The name that somebody joined under, in this browser alone. */
export interface KeptName {
  /** Frames of other sites may have no storage. */
  canKeep: boolean;
  isKept: () => boolean;
  read: () => string;
  keep: (name: string) => void;
  forget: () => void;
}

/** What we use of a browser's storage. */
export interface NameStorage {
  getItem: (key: string) => string | null;
  setItem: (key: string, value: string) => void;
  removeItem: (key: string) => void;
}

/** @param storage - throws where the browser has none for this page */
export function createKeptName(storage: () => NameStorage): KeptName {
  const attempt = <Value>(use: (found: NameStorage) => Value, otherwise: Value): Value => {
    try {
      return use(storage());
    } catch {
      return otherwise;
    }
  };
  const read = (): string => attempt((found) => found.getItem(KEY) ?? '', '');
  return {
    canKeep: attempt((found) => typeof found.getItem(KEY) !== 'undefined', false),
    isKept: () => read() !== '',
    read,
    keep: (name) => attempt((found) => found.setItem(KEY, name), undefined),
    forget: () => attempt((found) => found.removeItem(KEY), undefined),
  };
}
