import {elementTexts} from './element-texts.js';
import {parseText, type RowFormat} from './row-format.js';

type Texts = Readonly<Record<string, string>>;

/**
 * Texts by name; no row is none. The version is a text as well: 3.0.0 reads nothing but texts here, and nodes of both
 * may be at work. What is no text is left out of the value and written back, and nothing can be stored in its place.
 */
export const textsByName = (version: number): RowFormat<Texts> => ({
  read(stored = '{}') {
    const {parsed} = parseText(stored) ?? {};
    if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return undefined;
    const {v, ...others} = parsed as Record<string, unknown>;
    const value = Object.fromEntries(Object.entries(others).filter(isText));
    const isNewEnough = Number(v) >= version;
    return {
      value,
      unreadable: Object.keys(others).length - Object.keys(value).length,
      write(next) {
        const isInTheWay = Object.keys(next).some(
          (name) => Object.hasOwn(others, name) && !Object.hasOwn(value, name),
        );
        if (isInTheWay) return undefined;
        const replaced = isNewEnough ? value : {v: '', ...value};
        return replaceMembers(stored, replaced, isNewEnough ? next : {v: String(version), ...next});
      },
    };
  },
});

const isText = (entry: [string, unknown]): entry is [string, string] => typeof entry[1] === 'string';

/** The object with `next` in the place of `former`; members that are in neither, and those that are the same, stay. */
function replaceMembers(json: string, former: Texts, next: Texts): string {
  const isSame = (name: string): boolean => Object.hasOwn(former, name) && former[name] === next[name];
  const kept = elementTexts(json).filter((member) => {
    const name = nameOf(member);
    return !Object.hasOwn(former, name) || isSame(name);
  });
  const changed = Object.entries(next).filter(([name]) => !isSame(name));
  const written = changed.map(([name, text]) => `${JSON.stringify(name)}:${JSON.stringify(text)}`);
  return `{${[...kept, ...written].join()}}`;
}

const NAME = /^"[^"\\]*(?:\\.[^"\\]*)*"/;
const nameOf = (member: string): string => String(JSON.parse(NAME.exec(member)?.[0] ?? '""'));
