/**
 * Anything that has something on both sides of its last `@`. Mattermost takes what RFC 5322 does: a domain without a
 * dot, letters of any language, `team/a@…` (`IsValidEmail` in
 * https://github.com/mattermost/mattermost/blob/master/server/public/model/utils.go). Which of these exist is Zoom's to
 * say. `me` and `..`, which would be other paths of its API, have no `@`.
 */
const EMAIL = /^.+@[^@]+$/su;

/** Trimmed, ASCII letters in lower case, nothing else folded; `undefined`: not an address. */
export function readEmail(stored: string): string | undefined {
  const email = stored.trim().replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  return EMAIL.test(email) ? email : undefined;
}
