import {AsyncLocalStorage} from 'node:async_hooks';

/** Node's own class, which the suites of a worker share, though each runs in a world of its own. */
const contexts = AsyncLocalStorage as typeof AsyncLocalStorage & {used?: Set<AsyncLocalStorage<unknown>>};

/** From the first suite of a worker on. */
function follow(): Set<AsyncLocalStorage<unknown>> {
  const used = new Set<AsyncLocalStorage<unknown>>();
  const {prototype} = contexts;
  const run = Object.getOwnPropertyDescriptor(prototype, 'run')?.value as (...args: unknown[]) => unknown;
  Object.defineProperty(prototype, 'run', {
    value(this: AsyncLocalStorage<unknown>, ...args: unknown[]) {
      used.add(this);
      return run.apply(this, args);
    },
  });
  return used;
}

// Jest runs each test in a context (an AsyncLocalStorage), each suite in a kind of its own, and ends none. In Node
// before 24, every promise then passes the contexts of all suites that its worker has run: a hundred make it thirty
// times as dear.
const used = (contexts.used ??= follow());
for (const context of used) context.disable();
used.clear();
