/** The cookie that signs a browser in. The plugin never sees it. */
export const SESSION_COOKIE = 'MMAUTHTOKEN';

/** Readable for the page, which sends it back with every change. */
export const CSRF_COOKIE = 'MMCSRF';

/**
 * The value of a cookie, or `''`. Of two with one name it is the first: browsers send that of the longer path first
 * (RFC 6265 §5.4), so a seat's own goes before that of the whole site.
 */
export function readCookie(header: string, name: string): string {
  return pairsOf(header).find(([known]) => known === name)?.[1] ?? '';
}

/** What a plugin gets of the `Cookie` headers: everything but the session. */
export function withoutSession(headers: readonly string[]): readonly string[] {
  const kept = headers.flatMap(pairsOf).filter(([name]) => name !== SESSION_COOKIE);
  return kept.length === 0 ? [] : [kept.map((pair) => pair.join('=')).join('; ')];
}

const pairsOf = (header: string): [string, string][] =>
  header.split(';').flatMap((pair) => {
    const [name = '', ...value] = pair.trim().split('=');
    return name === '' ? [] : [[name, value.join('=')]];
  });
