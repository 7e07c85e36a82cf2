import {createHash} from 'node:crypto';

/** Texts in which a secret may lie, by where they were found. */
export interface Places {
  add(place: string, text: string): void;
  /** `secret in place` for each of these that lies somewhere, each once, in order. */
  find(secrets: Readonly<Record<string, readonly string[]>>): readonly string[];
  /** The places that hold a word whose SHA-256 this is: a verifier is nowhere else in clear. */
  findPreimage(challenge: string): readonly string[];
}

export function createPlaces(): Places {
  const texts = new Map<string, Set<string>>();
  const holding = (isThere: (text: string) => boolean): readonly string[] =>
    [...texts].filter(([, known]) => [...known].some(isThere)).map(([place]) => place);
  return {
    add(place, text) {
      texts.set(place, (texts.get(place) ?? new Set()).add(text));
    },
    find(secrets) {
      const found = Object.entries(secrets).flatMap(([name, values]) => {
        const forms = values.flatMap(formsOf);
        return holding((text) => forms.some((form) => text.includes(form))).map(
          (place) => `${name} in ${place}`,
        );
      });
      return found.toSorted();
    },
    findPreimage: (challenge) =>
      holding((text) => [text, ...decoded(text)].some((plain) => holdsPreimage(plain, challenge))),
  };
}

const holdsPreimage = (text: string, challenge: string): boolean =>
  (text.match(/[\w~.-]{43,128}/g) ?? []).some(
    (word) => createHash('sha256').update(word).digest('base64url') === challenge,
  );

/** What is behind each word that may be base64. */
const decoded = (text: string): readonly string[] =>
  (text.match(/[\w+/-]{56,}/g) ?? []).map((word) => Buffer.from(word, 'base64').toString('latin1'));

/** As it is, in an address, in hexadecimal digits, and in base64 of whatever it may be a part of. */
function formsOf(secret: string): readonly string[] {
  if (secret.length < 8) throw new Error('A shorter secret is found by chance');
  const inBase64 = [0, 1, 2].flatMap((offset) => {
    const whole = Buffer.concat([Buffer.alloc(offset), Buffer.from(secret)]).toString('base64url');
    // The first and the last letters hold bits of what stands around.
    const letters = whole.slice(
      Math.ceil((offset * 4) / 3),
      Math.floor(((offset + secret.length) * 4) / 3) - 1,
    );
    return [letters, letters.replaceAll('-', '+').replaceAll('_', '/')];
  });
  return [secret, encodeURIComponent(secret), Buffer.from(secret).toString('hex'), ...inBase64];
}
