import {openStore} from './open-store.js';
import type {StoreDeps} from './store.js';

/**
 * Copies every row that has not expired from one address to another. What is already there is overwritten, so that the
 * copy can be repeated.
 * @returns how many rows there were
 * @throws StoreOpenError, `store-unavailable`
 */
export async function copyStore(
  {from, to}: {from: string; to: string},
  deps: StoreDeps,
  progress: (copied: number) => void,
): Promise<number> {
  const source = await openStore(from, deps);
  try {
    const target = await openStore(to, deps);
    let copied = 0;
    try {
      for await (const rows of source.rows()) {
        await target.writeRows(rows);
        copied += rows.length;
        progress(copied);
      }
    } finally {
      await target.close();
    }
    return copied;
  } finally {
    await source.close();
  }
}
