/** An escape that may leave half a character in a text (a lone surrogate); as UTF-8 it cannot come. */
const SURROGATE = /\\u[dD][89a-fA-F]/;

/**
 * The one place where JSON from outside is read. Its texts are well-formed: half a character becomes U+FFFD, for it can
 * be neither encoded nor sent on. `undefined`: not UTF-8, or not JSON.
 */
export function parseJson(json: Uint8Array | string): unknown {
  try {
    const text = typeof json === 'string' ? json : new TextDecoder('utf-8', {fatal: true}).decode(json);
    const value: unknown = JSON.parse(text);
    return SURROGATE.test(text) ? wellFormed(value) : value;
  } catch {
    return undefined;
  }
}

function wellFormed(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed();
  if (Array.isArray(value)) return value.map(wellFormed);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).map(([name, member]) => [name.toWellFormed(), wellFormed(member)]);
  return Object.fromEntries(members);
}
