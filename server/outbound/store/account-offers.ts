import * as z from 'zod';
import type {AccountOffers} from '../../core/ports/account-offers.js';
import {newId} from '../../lib/new-id.js';
import type {KeyRing} from './key-ring.js';
import {createParked} from './parked.js';
import type {RowDeps} from './row.js';
import {readTokens, tokensSchema, writeTokens} from './stored-tokens.js';

const contentSchema = z.object({
  since: z.number(),
  identity: z.object({
    zoomUserId: z.string(),
    email: z.string().optional(),
    accountId: z.string().optional(),
  }),
  tokens: tokensSchema,
});

/** One for each administrator, sealed for them. */
export function createAccountOffers(deps: RowDeps & {keys: KeyRing}): AccountOffers {
  const parked = createParked(deps, 'accountOffer', contentSchema);
  return {
    async park({by, since, identity, tokens}) {
      const id = newId(deps.random);
      await parked.put(by, id, {since, identity, tokens: writeTokens(tokens)});
      return id;
    },
    async take(userId, id) {
      const content = await parked.take(userId, id);
      if (content === undefined) return undefined;
      const {since, identity, tokens} = content;
      const {zoomUserId, email, accountId} = identity;
      return {
        owner: {kind: 'account'},
        by: userId,
        since,
        identity: {zoomUserId, email, accountId},
        tokens: readTokens(tokens),
      };
    },
  };
}
