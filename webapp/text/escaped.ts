/** How the server writes characters that would otherwise mean something: see `server/core/domain/harmless.ts`. */
export const ESCAPED = /\\[\\`*_~#>+.)[-]|&lt;|&#36;/g;

/** The character that was typed. */
export function unescaped(sign: string): string {
  if (sign === '&lt;') return '<';
  return sign === '&#36;' ? '$' : sign.slice(1);
}
