/** For what the token endpoint gives a token. */
export const GRANT_TYPES = [
  'account_credentials',
  'client_credentials',
  'authorization_code',
  'refresh_token',
] as const;

export type GrantType = (typeof GRANT_TYPES)[number];

/** `other`: none of them, whatever was written there. */
export type RequestedGrant = GrantType | 'other';

export const isGrantType = (name: string): name is GrantType =>
  (GRANT_TYPES as readonly string[]).includes(name);
