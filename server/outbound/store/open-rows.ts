import {keyOf, type RowIds, type RowKind} from './row-kind.js';
import {createRow, type Row, type RowDeps, type RowPlace} from './row.js';
import {recordUnreadable} from '../../core/ports/port-error.js';

/** The row of that kind; `ids` replace the words in angle brackets in its key. */
export type OpenRow = <T, Key extends string>(
  kind: RowKind<T, Key>,
  ids: RowIds<Key>,
  options?: Partial<Pick<RowPlace<T>, 'seen' | 'ttlSeconds'>>,
) => Row<T>;

/** Rows that say in the log, once and without their content, what cannot be read in them. */
export function openRows(deps: RowDeps): OpenRow {
  const told = new Set<string>();
  return (kind, ids, {seen, ttlSeconds = kind.keptSeconds} = {}) => {
    const key = keyOf(kind, ids);
    const name = kind.isSecret ? kind.key : key;
    const tell = (records: number | 'all'): void => {
      if (told.has(key)) return;
      told.add(key);
      deps.logger.warn('This version cannot read what is stored in a row, and leaves it as it is', {
        row: name,
        records,
        stops: kind.stops,
      });
    };
    const read = (stored: string | undefined) => {
      const reading = kind.format.read(stored);
      if (reading === undefined || reading.unreadable > 0) tell(reading?.unreadable ?? 'all');
      if (reading === undefined) throw recordUnreadable(name);
      return reading;
    };
    return createRow(deps, {key, name, read, ttlSeconds, seen});
  };
}
