import {engineOf} from './engines.js';
import {type Pages, type StoreDeps, StoreOpenError} from './store.js';

interface Copy {
  from: string;
  to: string;
  /** Whether what the target holds may be thrown away. */
  replaces: boolean;
}

/**
 * Copies every row that has not expired from one address to another, which then holds these rows and no others. If it
 * fails or is interrupted, the target is as it was before.
 * @param progress - is told after each page how many rows have been copied
 * @returns how many rows there were
 * @throws StoreOpenError, `store-unavailable`; Error when the target does not take all of them
 */
export async function copyStore(
  {from, to, replaces}: Copy,
  deps: StoreDeps,
  progress: (copied: number) => void,
): Promise<number> {
  const [fromEngine, toEngine] = [engineOf(from).copying, engineOf(to).copying];
  if (fromEngine === undefined || toEngine === undefined) {
    throw new StoreOpenError(
      'A store in memory is gone with its process: nothing can be copied from it or to it.',
    );
  }
  // First of all: if there is nothing to copy, nothing is made.
  const source = await fromEngine.source(from, deps);
  try {
    const target = await toEngine.target(to, deps);
    try {
      const there = await target.count();
      if (there > 0 && !replaces) {
        throw new StoreOpenError(
          `The target holds ${there} rows already. Name an empty store, or add --force: then all that it holds is ` +
            'replaced by the copy.',
        );
      }
      let copied = 0;
      const pages = watched(source.rows(), (rows) => {
        copied += rows;
        progress(copied);
      });
      await target.replace(pages, (rows) => {
        if (rows !== copied) {
          throw new Error(
            `${copied} rows were copied, but the target took ${rows}. It has been left as it was before.`,
          );
        }
      });
      return copied;
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

async function* watched(pages: Pages, seen: (rows: number) => void): Pages {
  for await (const page of pages) {
    yield page;
    seen(page.length);
  }
}
