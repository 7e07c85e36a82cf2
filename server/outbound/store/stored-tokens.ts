import * as z from 'zod';
import type {ZoomTokens} from '../../core/domain/grant.js';
import {SecretText} from '../../core/domain/secret-text.js';

/** Tokens as they are written down before they are sealed. */
export const tokensSchema = z.object({
  access: z.string(),
  refresh: z.string(),
  goodUntil: z.number(),
  scopes: z.array(z.string()).readonly(),
});

export const writeTokens = ({
  access,
  refresh,
  goodUntil,
  scopes,
}: ZoomTokens): z.input<typeof tokensSchema> => ({
  access: access.reveal(),
  refresh: refresh.reveal(),
  goodUntil,
  scopes,
});

export const readTokens = ({access, refresh, ...rest}: z.infer<typeof tokensSchema>): ZoomTokens => ({
  access: new SecretText(access),
  refresh: new SecretText(refresh),
  goodUntil: rest.goodUntil,
  scopes: rest.scopes,
});
