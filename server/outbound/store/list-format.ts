import {elementTexts} from './element-texts.js';
import {isReadable, parseText, type RecordSchema, recordText, type RowFormat} from './row-format.js';

/** An element of a stored list. */
interface Element<T> {
  /** `undefined`: it cannot be read. */
  record: T | undefined;
  text: string;
}

/**
 * A list of records; no row is an empty list. The version stands in each record: 3.0.0 reads nothing but a plain list,
 * and nodes of both may be at work. An element that cannot be read is left out of the value, and written back to its
 * place.
 */
export const listOf =
  <T extends object>(schema: RecordSchema<T>) =>
  (version: number): RowFormat<readonly T[]> => ({
    read(stored = '[]') {
      const {parsed} = parseText(stored) ?? {};
      if (!Array.isArray(parsed)) return undefined;
      const records = parsed.map((element: unknown) => (isReadable(schema, element) ? element : undefined));
      const value = records.filter((record) => record !== undefined);
      return {
        value,
        unreadable: records.length - value.length,
        write(next) {
          const texts = elementTexts(stored);
          const elements = records.map((record, index) => ({record, text: texts[index] ?? ''}));
          return `[${merge(elements, next, version).join()}]`;
        },
      };
    },
  });

function merge<T extends object>(
  elements: readonly Element<T>[],
  next: readonly T[],
  version: number,
): readonly string[] {
  const known = new Map(elements.map(({record, text}) => [record, text]));
  const behind = next.map((record) => [known.get(record) ?? recordText(record, version)]);
  const first: string[] = [];
  elements.forEach(({record, text}, index) => {
    if (record === undefined) (behind[placeOf(elements, index, next)] ?? first).push(text);
  });
  return [first, ...behind].flat();
}

/** The element of the next list behind which the unreadable one belongs; -1: it comes first. */
function placeOf<T>(elements: readonly Element<T>[], index: number, next: readonly T[]): number {
  const places = elements.map(({record}) => (record === undefined ? -1 : next.indexOf(record)));
  const before = places.slice(0, index).findLast((place) => place >= 0);
  if (before !== undefined) return before;
  const after = places.slice(index).find((place) => place >= 0);
  if (after !== undefined) return after - 1;
  // Nothing of the old list is unchanged: most likely its elements were changed in place.
  const stoodBefore = elements.slice(0, index).filter(({record}) => record !== undefined).length;
  return Math.min(stoodBefore, next.length) - 1;
}
