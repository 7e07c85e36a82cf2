import {byOwnAddress} from './by-own-address.js';
import {judgeConsentClient} from './judge-consent-client.js';
import {defineMode} from './mode.js';

/**
 * One administrator consents for a whole Zoom account; people host as the Zoom user with their own e-mail address.
 * https://developers.zoom.us/docs/integrations/create/ (an admin-managed General app)
 */
export const account = defineMode({
  name: 'account',
  title: 'One administrator for everyone (OAuth)',
  story: 'account',
  settings: ['OAuthClientID', 'OAuthClientSecret'],
  source: 'From the General app (admin-managed) in Zoom’s Marketplace:',
  account: undefined,
  webhooksAreSigned: 'always',
  scopes: 'account',
  consent: 'account',
  untoldScopes: 'scopes.untold',
  token: ({OAuthClientID, OAuthClientSecret}) => ({
    kind: 'consented',
    client: {id: OAuthClientID, secret: OAuthClientSecret},
    ownerOf: () => ({kind: 'account'}),
  }),
  nameOf: byOwnAddress,
  refusals: judgeConsentClient,
});
