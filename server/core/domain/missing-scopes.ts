import {NEEDED_SCOPES} from './zoom-connection.js';

/** What older apps have instead: https://developers.zoom.us/docs/integrations/oauth-scopes-overview/ */
const CLASSIC: Readonly<Record<(typeof NEEDED_SCOPES)[number], readonly string[]>> = {
  'user:read:user:admin': ['user:read:admin', 'user:write:admin'],
  'meeting:write:meeting:admin': ['meeting:write:admin'],
  'meeting:read:meeting:admin': ['meeting:read:admin'],
  'meeting:read:past_meeting:admin': ['meeting:read:admin'],
};

/** The needed scopes that an app was not granted, by Zoom's names. */
export const missingScopes = (granted: readonly string[]): readonly string[] =>
  NEEDED_SCOPES.filter((scope) => ![scope, ...CLASSIC[scope]].some((name) => granted.includes(name)));
