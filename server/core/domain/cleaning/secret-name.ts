/** Anywhere in a name, however its words are joined: `download_access_token`, `h323Password`. */
const SECRET_PARTS =
  /token|passw|passcode|passphrase|pwd|zak|secret|starturl|hostkey|streamkey|apikey|authorization/;
/** Only as a word of its own: `participant_pin_code`, but not `mapping`. */
const SECRET_WORDS: ReadonlySet<string> = new Set(['pin', 'pins', 'tk', 'otp', 'jwt']);
/**
 * Zoom's invitation is a text with the passcode in it, in the host's language, and an address of a room's device ends
 * in it; the others make a device somebody's, stand for a person, or sign a link for whoever has it.
 */
const SECRET_NAMES: ReadonlySet<string> = new Set([
  'invitation',
  'sipdialing',
  'activationcode',
  'participantidentifiercode',
  'signature',
  'xamzsignature',
]);
/** It leads to the next page of a list, and to nothing else. */
const NO_SECRETS: ReadonlySet<string> = new Set(['next_page_token', 'nextPageToken']);

/** Whether a field, or a parameter of an address, of this name lets somebody in, or acts as somebody. */
export function isSecretName(name: string): boolean {
  if (NO_SECRETS.has(name)) return false;
  const words = wordsIn(name);
  const joined = words.join('');
  return (
    SECRET_PARTS.test(joined) || SECRET_NAMES.has(joined) || words.some((word) => SECRET_WORDS.has(word))
  );
}

/** Whether a field of this name holds what leads to a person: an address of theirs, or that of their device. */
export const isAddressName = (name: string): boolean => {
  const words = wordsIn(name);
  return words.join('').includes('mail') || words.some((word) => word === 'ip' || word === 'ips');
};

/** In lower case; written in full width or with capitals in between, they are the same words. */
const wordsIn = (name: string): string[] =>
  name
    .normalize('NFKC')
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
