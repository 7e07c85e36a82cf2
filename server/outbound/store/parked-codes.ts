import * as z from 'zod';
import {SecretText} from '../../core/domain/secret-text.js';
import type {ParkedCodes} from '../../core/ports/parked-codes.js';
import {newCode, readCode, showCode} from '../../lib/spoken-code.js';
import type {KeyRing} from './key-ring.js';
import {createParked} from './parked.js';
import type {RowDeps} from './row.js';

const contentSchema = z.object({
  terms: z.object({
    consent: z.enum(['person', 'account']),
    clientId: z.string(),
    webUrl: z.string(),
    redirectUri: z.string(),
  }),
  verifier: z.string(),
  code: z.string(),
});

/** One for each person, sealed for them. */
export function createParkedCodes(deps: RowDeps & {keys: KeyRing}): ParkedCodes {
  const parked = createParked(deps, 'parkedCode', contentSchema);
  return {
    async park({userId, terms, verifier, code}) {
      const word = newCode(deps.random);
      await parked.put(userId, word, {terms, verifier: verifier.reveal(), code: code.reveal()});
      return showCode(word);
    },
    async take(userId, typed) {
      const word = readCode(typed);
      const content = word === undefined ? undefined : await parked.take(userId, word);
      if (content === undefined) return undefined;
      const {terms, verifier, code} = content;
      return {userId, terms, verifier: new SecretText(verifier), code: new SecretText(code)};
    },
  };
}
