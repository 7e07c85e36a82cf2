import * as z from 'zod';
import {type Grant, type GrantOwner, ownerName} from '../../core/domain/grant.js';
import {parseJson} from '../../lib/parse-json.js';
import type {SealedFor} from './key-ring.js';
import type {StoredGrant} from './consent-rows.js';
import {readTokens, tokensSchema, writeTokens} from './stored-tokens.js';

/** What nobody may read in the store: tokens, and the address in Zoom. */
const contentSchema = tokensSchema.extend({
  email: z.string().optional(),
  accountId: z.string().optional(),
});

/** A grant's tokens are good in its own record, for its own Zoom user, and for nothing else. */
export const sealedFor = (owner: GrantOwner, zoomUserId: string): SealedFor => ({
  purpose: 'tokens/v1',
  record: `${ownerName(owner)} ${zoomUserId}`,
});

/** What is encrypted of a grant. */
export const contentOf = ({tokens, identity}: Omit<Grant, 'revision'>): string =>
  JSON.stringify({
    ...writeTokens(tokens),
    email: identity.email,
    accountId: identity.accountId,
  } satisfies z.input<typeof contentSchema>);

/** `undefined`: the content is not one that this version writes. */
export function grantOf(owner: GrantOwner, stored: StoredGrant, content: string): Grant | undefined {
  const read = contentSchema.safeParse(parseJson(content));
  if (!read.success) return undefined;
  const {email, accountId} = read.data;
  const {by, since, revision, zoomUserId} = stored;
  return {
    owner,
    by,
    since,
    revision,
    identity: {zoomUserId, email, accountId},
    tokens: readTokens(read.data),
  };
}
