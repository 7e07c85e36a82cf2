import * as z from 'zod';
import type {ZoomIdentity, ZoomTokens} from '../../../core/domain/grant.js';
import {SecretText} from '../../../core/domain/secret-text.js';
import {parseJson} from '../../../lib/parse-json.js';
import {decryptOfficial} from './decrypt-official.js';
import {isMattermostId} from './official-keys.js';

/** A token as Go's oauth2 package writes it. Without `refresh_token` nothing is worth keeping. */
const tokenSchema = z.object({
  access_token: z.string().catch(''),
  refresh_token: z.string().regex(/^[\x21-\x7e]+$/),
  expiry: z.string().optional().catch(undefined),
});

const personSchema = z.object({
  OAuthToken: tokenSchema,
  UserID: z.string(),
  ZoomID: z.string().regex(/^[\w-]{1,128}$/),
  ZoomEmail: z.string().optional().catch(undefined),
});

const ownerSchema = z.object({UserID: z.string().refine(isMattermostId)});

interface OfficialGrant {
  identity: ZoomIdentity;
  tokens: ZoomTokens;
}

/** `undefined`: it is damaged, or another person's. `keys`: those that the access token may be encrypted with. */
export function readPerson(
  stored: string,
  userId: string,
  keys: readonly SecretText[],
): OfficialGrant | undefined {
  const row = personSchema.safeParse(parseJson(stored)).data;
  if (row?.UserID !== userId) return undefined;
  const {OAuthToken: token, ZoomID: zoomUserId, ZoomEmail} = row;
  const access = keys
    .map((key) => decryptOfficial(token.access_token, key.reveal()))
    .find((found) => found !== undefined);
  return {
    identity: {zoomUserId, email: ZoomEmail === '' ? undefined : ZoomEmail, accountId: undefined},
    tokens: tokensOf(token, access),
  };
}

/** `undefined`: it is damaged. The row says nothing about who consented. */
export function readAccount(stored: string): OfficialGrant | undefined {
  const token = tokenSchema.safeParse(parseJson(stored)).data;
  if (token === undefined) return undefined;
  const identity = {zoomUserId: '', email: undefined, accountId: undefined};
  return {identity, tokens: tokensOf(token, token.access_token)};
}

/** Whom a row names; `undefined`: it is damaged. */
export const readOwner = (stored: string): string | undefined =>
  ownerSchema.safeParse(parseJson(stored)).data?.UserID;

/** Without a readable access token, one is got by the other token before anything else is done. */
function tokensOf(token: z.infer<typeof tokenSchema>, access: string | undefined): ZoomTokens {
  const expiry = Date.parse(token.expiry ?? '');
  const isUsable = access !== undefined && access !== '' && expiry > 0;
  return {
    access: new SecretText(access ?? ''),
    refresh: new SecretText(token.refresh_token),
    goodUntil: isUsable ? expiry : 0,
    scopes: [],
  };
}
