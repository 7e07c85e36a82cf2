import type {SecretText} from './secret-text.js';

/** How this server signs in to Zoom; each mode with exactly the values that it needs. */
export type ZoomConnection =
  | {mode: 'server_to_server'; accountId: string; clientId: string; clientSecret: SecretText}
  | {mode: 'jwt'; apiKey: string; apiSecret: SecretText};

/** What the product asks of Zoom in `server_to_server` mode, by Zoom's names. */
export const NEEDED_SCOPES = [
  'user:read:user:admin',
  'meeting:write:meeting:admin',
  'meeting:read:meeting:admin',
  'meeting:read:past_meeting:admin',
] as const;
