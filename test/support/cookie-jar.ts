/** A cookie as a site set it. */
interface Cookie {
  name: string;
  value: string;
  host: string;
  path: string;
  sameSite: 'strict' | 'lax' | 'none';
}

/** How a request came about, which decides about the cookies that go with it. */
export interface Occasion {
  /** A page of another site led to it. */
  isCrossSite: boolean;
  isGet: boolean;
}

/**
 * The cookies of a browser (RFC 6265bis). Zoom has another host than Mattermost, so a port counts as part of a host
 * here; and no site of the tests is encrypted, so `Secure` is not looked at.
 */
export interface CookieJar {
  /** Takes what an address answered in `Set-Cookie`. */
  take(address: URL, headers: readonly string[]): void;
  /** The value of the header `Cookie`, longest path first; `''`: none. */
  headerFor(address: URL, occasion: Occasion): string;
  remove(name: string): void;
}

export function createCookieJar(): CookieJar {
  let cookies: readonly Cookie[] = [];
  return {
    take(address, headers) {
      for (const header of headers) {
        const {cookie, isGone} = parse(header, address);
        const others = cookies.filter((known) => !isSame(known, cookie));
        cookies = isGone ? others : [...others, cookie];
      }
    },
    headerFor: (address, occasion) =>
      cookies
        .filter((cookie) => cookie.host === address.host && isBelow(address.pathname, cookie.path))
        .filter(({sameSite}) => mayGo(sameSite, occasion))
        .toSorted((one, other) => other.path.length - one.path.length)
        .map(({name, value}) => `${name}=${value}`)
        .join('; '),
    remove: (name) => {
      cookies = cookies.filter((cookie) => cookie.name !== name);
    },
  };
}

function parse(header: string, address: URL): {cookie: Cookie; isGone: boolean} {
  const [[name = '', value = ''] = [], ...attributes] = header.split(';').map(splitPair);
  const given = new Map(attributes.map(([key = '', text = '']) => [key.toLowerCase(), text]));
  const sameSite = given.get('samesite')?.toLowerCase();
  const path = given.get('path') ?? '';
  return {
    cookie: {
      name,
      value,
      host: address.host,
      path: path.startsWith('/') ? path : folderOf(address.pathname),
      sameSite: sameSite === 'strict' || sameSite === 'none' ? sameSite : 'lax',
    },
    isGone: Number(given.get('max-age') ?? 1) <= 0 || Date.parse(given.get('expires') ?? '') <= Date.now(),
  };
}

function splitPair(text: string): readonly [string, string] {
  const [name = '', ...value] = text.split('=');
  return [name.trim(), value.join('=').trim()];
}

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/')) || '/';

const isSame = (one: Cookie, other: Cookie): boolean =>
  one.name === other.name && one.host === other.host && one.path === other.path;

const isBelow = (path: string, folder: string): boolean =>
  path === folder || path.startsWith(folder.endsWith('/') ? folder : `${folder}/`);

function mayGo(sameSite: Cookie['sameSite'], {isCrossSite, isGet}: Occasion): boolean {
  switch (sameSite) {
    case 'none':
      return true;
    case 'lax':
      return !isCrossSite || isGet;
    case 'strict':
      return !isCrossSite;
  }
}
