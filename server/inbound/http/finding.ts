import type {Request} from 'express';

/** What a guard found out about a request, for those behind it. */
export interface Finding<T> {
  note: (request: Request, found: T) => void;
  /** @throws Error where the guard does not stand before */
  of: (request: Request) => T;
  /** `undefined`: the guard has found nothing, or the request has not come to it. */
  find: (request: Request) => T | undefined;
}

export function createFinding<T>(): Finding<T> {
  const known = new WeakMap<Request, {found: T}>();
  const find = (request: Request): T | undefined => known.get(request)?.found;
  return {
    find,
    note: (request, found) => void known.set(request, {found}),
    of(request) {
      const noted = known.get(request);
      if (noted === undefined) throw new Error(`A guard is missing before ${request.path}`);
      return noted.found;
    },
  };
}
