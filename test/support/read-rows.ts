import {systemClock} from '../../server/lib/system-clock.js';
import {engineOf} from '../../server/outbound/store/engines/engines.js';
import type {Source, StoredRow} from '../../server/outbound/store/engines/store.js';
import {createRecordingLogger} from './recording-logger.js';

/** A store as `copy-store` sees it. The caller closes it. */
export async function openSource(address: string): Promise<Source> {
  const source = await engineOf(address).copying?.source(address, {
    clock: systemClock,
    logger: createRecordingLogger(),
  });
  if (source === undefined) throw new Error(`Nothing can be read at ${address}`);
  return source;
}

/** Every live row, by key. */
export async function readRows(source: Source): Promise<readonly StoredRow[]> {
  const rows: StoredRow[] = [];
  for await (const page of source.rows()) rows.push(...page);
  return rows;
}
