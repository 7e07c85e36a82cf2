import {CompactEncrypt, compactDecrypt, decodeProtectedHeader} from 'jose';
import * as z from 'zod';
import type {SecretText} from '../../core/domain/secret-text.js';
import {deriveKey} from '../../lib/derive-key.js';
import {fingerprint} from '../../lib/fingerprint.js';
import {parseJson} from '../../lib/parse-json.js';

/** What a text is sealed for: it opens for nothing else. */
export interface SealedFor {
  /** Keeps the keys of different uses apart, for example `tokens/v1`. */
  purpose: string;
  /** The record. */
  record: string;
}

/** Encrypts texts that are stored: https://www.rfc-editor.org/rfc/rfc7516, `dir` and A256GCM. */
export interface KeyRing {
  seal(text: string, sealedFor: SealedFor): Promise<string>;
  /** `undefined`: none of the keys fits, it is for another record, or it was changed. `isOld`: by a former key. */
  open(sealed: string, sealedFor: SealedFor): Promise<{text: string; isOld: boolean} | undefined>;
}

const contentSchema = z.object({text: z.string(), record: z.string()});

/**
 * The current secret seals, former ones open, too. A key is named in what it seals (`kid`), so that a former one is
 * found without trying. Without a current secret nothing can be sealed.
 */
export function createKeyRing(current: SecretText | undefined, former: readonly SecretText[] = []): KeyRing {
  const named = [current, ...former].flatMap((secret, place) =>
    secret === undefined
      ? []
      : [{id: fingerprint('key-ring/v1', [secret.reveal()]), secret, isOld: place > 0}],
  );
  const keyFor = (secret: SecretText, purpose: string): Buffer => deriveKey(secret.reveal(), purpose);
  return {
    async seal(text, {purpose, record}) {
      const [first] = named;
      if (current === undefined || first === undefined)
        throw new Error('Without an Encryption Key nothing can be stored encrypted');
      return new CompactEncrypt(new TextEncoder().encode(JSON.stringify({text, record})))
        .setProtectedHeader({alg: 'dir', enc: 'A256GCM', kid: first.id})
        .encrypt(keyFor(first.secret, purpose));
    },
    async open(sealed, {purpose, record}) {
      const keyId = keyIdOf(sealed);
      const key = named.find(({id}) => id === keyId);
      if (key === undefined) return undefined;
      const text = await decrypt(sealed, keyFor(key.secret, purpose), record);
      return text === undefined ? undefined : {text, isOld: key.isOld};
    },
  };
}

/** `undefined`: it is no JWE. */
function keyIdOf(sealed: string): string | undefined {
  try {
    return decodeProtectedHeader(sealed).kid;
  } catch {
    // A damaged row: its reader says so.
    return undefined;
  }
}

async function decrypt(sealed: string, key: Uint8Array, record: string): Promise<string | undefined> {
  try {
    const {plaintext} = await compactDecrypt(sealed, key, {
      keyManagementAlgorithms: ['dir'],
      contentEncryptionAlgorithms: ['A256GCM'],
    });
    const content = contentSchema.parse(parseJson(plaintext));
    return content.record === record ? content.text : undefined;
  } catch {
    // It was changed, or made with another key: that is an answer.
    return undefined;
  }
}
