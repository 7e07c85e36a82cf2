import type {Request} from 'express';

/** What a guard found out about a request, for those behind it. */
export interface Finding<T> {
  note: (request: Request, found: T) => void;
  /** @throws Error where the guard does not stand before */
  of: (request: Request) => T;
}

export function createFinding<T>(): Finding<T> {
  const known = new WeakMap<Request, {found: T}>();
  return {
    note: (request, found) => void known.set(request, {found}),
    of(request) {
      const noted = known.get(request);
      if (noted === undefined) throw new Error(`A guard is missing before ${request.path}`);
      return noted.found;
    },
  };
}
