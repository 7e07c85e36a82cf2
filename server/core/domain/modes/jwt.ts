import {byOwnAddress} from './by-own-address.js';
import {defineMode} from './mode.js';

/**
 * API key and secret of a JWT app, for endpoints that still accept them: Zoom's own cloud stopped in 2023.
 * https://developers.zoom.us/changelog/platform/jwt-app-type-deprecation/
 */
export const jwt = defineMode({
  name: 'jwt',
  title: 'API Key and Secret (JWT, legacy)',
  story: 'legacy',
  settings: ['APIKey', 'APISecret'],
  source: undefined,
  account: undefined,
  webhooksAreSigned: 'where-a-token-is-set',
  scopes: 'none',
  consent: 'nobody',
  untoldScopes: 'scopes.none',
  token: ({APIKey, APISecret}) => ({kind: 'signed', issuer: APIKey, secret: APISecret}),
  nameOf: byOwnAddress,
  refusals: () => ({
    client: 'token.keyRefused',
    account: 'token.keyRefused',
    'app-type': 'token.keyRefused',
    'app-disabled': 'token.keyRefused',
    'no-jwt': 'token.noJwt',
    untold: 'token.keyRefused',
  }),
});
