import {CompactEncrypt, compactDecrypt} from 'jose';
import * as z from 'zod';
import {parseJson} from '../../lib/parse-json.js';

const contentSchema = z.object({text: z.string(), boundTo: z.string()});

/** Encrypts a text, bound to the record that it is for: what is moved elsewhere does not open. */
export const seal = (text: string, boundTo: string, key: Uint8Array): Promise<string> =>
  new CompactEncrypt(new TextEncoder().encode(JSON.stringify({text, boundTo})))
    .setProtectedHeader({alg: 'dir', enc: 'A256GCM'})
    .encrypt(key);

/** `undefined`: it was sealed with another key or for another record, or it was changed. */
export async function unseal(sealed: string, boundTo: string, key: Uint8Array): Promise<string | undefined> {
  try {
    const {plaintext} = await compactDecrypt(sealed, key, {
      keyManagementAlgorithms: ['dir'],
      contentEncryptionAlgorithms: ['A256GCM'],
    });
    const content = contentSchema.parse(parseJson(plaintext));
    return content.boundTo === boundTo ? content.text : undefined;
  } catch {
    return undefined;
  }
}
