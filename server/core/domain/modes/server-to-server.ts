import type {Finding} from '../findings.js';
import {byOwnAddress} from './by-own-address.js';
import {defineMode} from './mode.js';

/** Zoom's client secrets have 32 characters, its account and client IDs about 22. */
const SECRET_LENGTH = 32;

/** The form of the number that people copy from Zoom's account profile instead of the account ID. */
const ACCOUNT_NUMBER = /^\d[\d\s-]*$/;

/** https://developers.zoom.us/docs/internal-apps/s2s-oauth/ */
export const serverToServer = defineMode({
  name: 'server_to_server',
  title: 'Server-to-Server OAuth (recommended)',
  story: 'server',
  settings: ['AccountID', 'OAuthClientID', 'OAuthClientSecret'],
  source: 'From the Server-to-Server OAuth app in Zoom’s Marketplace:',
  account: 'AccountID',
  webhooksAreSigned: 'always',
  scopes: 'account',
  consent: 'nobody',
  untoldScopes: 'scopes.untold',
  token: ({AccountID, OAuthClientID, OAuthClientSecret}) => ({
    kind: 'granted',
    client: {id: OAuthClientID, secret: OAuthClientSecret},
    form: {grant_type: 'account_credentials', account_id: AccountID},
  }),
  nameOf: byOwnAddress,
  refusals: ({AccountID, OAuthClientID, OAuthClientSecret}) => ({
    client: judgeClient(AccountID, OAuthClientID, OAuthClientSecret.reveal().length),
    // Zoom says the one or the other of an account ID that is not the app's.
    grant: judgeAccount(AccountID),
    request: judgeAccount(AccountID),
    'app-type': 'token.appType',
    'app-disabled': 'token.appDisabled',
    'no-jwt': 'token.refused',
    untold: 'token.refused',
  }),
});

const judgeAccount = (accountId: string): Finding =>
  ACCOUNT_NUMBER.test(accountId) ? 'token.accountNumber' : 'token.account';

/** By the form of what was typed. */
function judgeClient(accountId: string, clientId: string, secretLength: number): Finding {
  if (clientId.length >= SECRET_LENGTH && secretLength < SECRET_LENGTH) return 'token.idAndSecretSwapped';
  return accountId === clientId ? 'token.accountAndClientEqual' : 'token.client';
}
