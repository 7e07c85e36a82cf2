import {judgeConsentClient} from './judge-consent-client.js';
import {defineMode} from './mode.js';

/**
 * Everybody consents for themselves, and hosts as the Zoom user that they consented as.
 * https://developers.zoom.us/docs/integrations/create/ (a user-managed General app)
 */
export const user = defineMode({
  name: 'user',
  title: 'Everyone’s own Zoom account (OAuth)',
  story: 'person',
  settings: ['OAuthClientID', 'OAuthClientSecret'],
  source: 'From the General app (user-managed) in Zoom’s Marketplace:',
  account: undefined,
  webhooksAreSigned: 'always',
  scopes: 'own',
  consent: 'person',
  untoldScopes: 'scopes.untold',
  token: ({OAuthClientID, OAuthClientSecret}) => ({
    kind: 'consented',
    client: {id: OAuthClientID, secret: OAuthClientSecret},
    ownerOf: (subject) => (subject.kind === 'server' ? undefined : {kind: 'person', userId: subject.userId}),
  }),
  // A user-managed app may speak of nobody else: https://developers.zoom.us/docs/api/using-zoom-apis/#the-me-keyword
  nameOf: () => 'me',
  refusals: judgeConsentClient,
});
