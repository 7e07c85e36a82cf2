/** One address of the usual form. `me`, `..` and anything else that could change a URL path is not one. */
const EMAIL = /^[^\s@/\\?#%]{1,64}@[a-z0-9-]+(\.[a-z0-9-]+)+$/;

/** Trimmed, ASCII letters in lower case, nothing else folded; `undefined`: not an address. */
export function readEmail(stored: string): string | undefined {
  const email = stored.trim().replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  return EMAIL.test(email) ? email : undefined;
}
