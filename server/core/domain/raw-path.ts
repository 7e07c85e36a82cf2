/** Where a request to Zoom's API goes, as it was typed. */
export type RawPath =
  | {
      kind: 'path';
      /** Below the API's address; none is empty, a step, or holds a separator, unless it is a UUID. */
      parts: readonly (string | {uuid: string})[];
      query: Readonly<Record<string, string>>;
      /** As it is told and put on record: decoded, without the query. */
      shown: string;
    }
  /** What answers there acts as somebody, or lets them in. */
  | {kind: 'forbidden'}
  /** It leads somewhere else than it says, or nowhere. */
  | {kind: 'unusable'};

/** Names of what hands out tokens: `/users/…/token`, `…/zak`, `…/jointoken/…`, `…/livestream` (with its key). */
const FORBIDDEN: ReadonlySet<string> = new Set(['token', 'zak', 'jointoken', 'livestream']);
/** Zoom's own: sixteen bytes in Base64, which may hold slashes. */
const UUID = /^[A-Za-z\d+/]{22}==$/;
/** What no part of a path of Zoom's holds, once decoded: separators, what is invisible, and white space. */
const UNUSABLE = /[/\\;?#%\p{C}\p{Z}\s]/u;
const LONGEST = 2_000;
const MOST_PARAMETERS = 50;
/** Whoever encodes more often has something to hide. */
const MAX_ENCODED = 4;

/** Reads a path such as `/users/me/meetings?type=live`. What is not what it looks like is refused. */
export function readRawPath(typed: string): RawPath {
  if (typed.length > LONGEST || !typed.startsWith('/') || !typed.isWellFormed()) return {kind: 'unusable'};
  const [path = '', search = '', ...others] = typed.split('?');
  const decoded = path.slice(1).split('/').map(decodedWholly);
  const parts = decoded.filter((part) => part !== undefined);
  if (parts.flatMap(namesIn).some((name) => FORBIDDEN.has(name))) return {kind: 'forbidden'};
  const query = readQuery(search);
  const isWhole = parts.length === decoded.length && others.length === 0;
  if (!isWhole || !parts.every(isUsable) || query === undefined) return {kind: 'unusable'};
  return {
    kind: 'path',
    parts: parts.map((part) => (UUID.test(part) ? {uuid: part} : part)),
    query,
    shown: `/${parts.join('/')}`,
  };
}

/** Until nothing changes; `undefined`: it is no encoding, or encoded too often. */
function decodedWholly(part: string): string | undefined {
  let decoded = part;
  for (let times = 0; decoded.includes('%'); times += 1) {
    if (times === MAX_ENCODED) return undefined;
    try {
      decoded = decodeURIComponent(decoded);
    } catch {
      return undefined;
    }
  }
  return decoded;
}

/**
 * As the most generous server would understand a part: other slashes, other letters, signs around it, and behind the
 * name parameters (`;x`) or the format that is wanted (`.json`).
 */
const namesIn = (part: string): string[] =>
  part.split(/[/\\]/).map((name) => {
    const plain = name
      .normalize('NFKC')
      .replace(/[\p{C}\p{Z}\s]/gu, '')
      .toLowerCase();
    return /[\p{L}\p{N}_-]+/u.exec(plain)?.[0] ?? '';
  });

const isUsable = (part: string): boolean =>
  UUID.test(part) || (part !== '' && !/^\.|\.$/.test(part) && !UNUSABLE.test(part));

/** A name that stands there twice means two things to two readers. */
function readQuery(search: string): Readonly<Record<string, string>> | undefined {
  const pairs = [...new URLSearchParams(search)];
  const names = new Set(pairs.map(([name]) => name));
  if (names.size !== pairs.length || names.size > MOST_PARAMETERS || names.has('') || search.includes('#'))
    return undefined;
  return Object.fromEntries(pairs);
}
