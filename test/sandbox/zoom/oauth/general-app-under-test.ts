import {createHash} from 'node:crypto';
import type {SimulatedUser} from '../../../../sandbox/zoom/state/records.js';
import {consent} from '../../../support/zoom-consent.js';
import {type SimulatorUnderTest, startSimulatorUnderTest} from '../simulator-under-test.js';

export const REDIRECT = 'https://chat.example.org/plugins/zoom/oauth2/complete';
export const VERIFIER = 'v'.repeat(43);
const CHALLENGE = createHash('sha256').update(VERIFIER).digest('base64url');

export interface Tokens {
  access_token: string;
  refresh_token: string;
  scope: string;
}

export interface TokenAnswer {
  status: number;
  json: Tokens & {reason?: string; error?: string};
}

type Changes = Record<string, string | undefined>;

/** A simulator whose app is one that people authorise, and Ana, who is in its account. */
export interface GeneralAppUnderTest extends SimulatorUnderTest {
  ana: SimulatedUser;
  /** Where the app sends a browser; what is given is changed, `undefined` is left out. */
  authorizeUrl(changes?: Changes): string;
  /** Ana's way through the pages, to the code. */
  code(as?: string): Promise<string>;
  /** Posts a form to an endpoint of OAuth, as the app unless told otherwise. */
  post(path: 'token' | 'revoke', form: Changes, client?: string): Promise<TokenAnswer>;
  exchange(code: string, changes?: Changes): Promise<TokenAnswer>;
  refresh(token: string): Promise<TokenAnswer>;
  /** All of it, to the tokens. */
  connect(as?: string): Promise<Tokens>;
}

export async function startGeneralApp(): Promise<GeneralAppUnderTest> {
  const under = await startSimulatorUnderTest();
  const {simulator} = under;
  simulator.changeAccount({appType: 'general_user', redirectUris: [REDIRECT]});
  const ana = simulator.addUser({email: 'ana@example.org', firstName: 'Ana', lastName: 'Lima'});
  const {clientId, clientSecret} = simulator.account;

  const app: GeneralAppUnderTest = {
    ...under,
    ana,
    authorizeUrl: (changes = {}) =>
      `${simulator.url}/oauth/authorize?${formOf({
        response_type: 'code',
        client_id: clientId,
        redirect_uri: REDIRECT,
        state: 'the state',
        code_challenge: CHALLENGE,
        code_challenge_method: 'S256',
        ...changes,
      }).toString()}`,
    code: async (as = ana.email) =>
      (await consent(app.authorizeUrl(), {as})).searchParams.get('code') ?? 'none',
    post: async (path, form, client = `${clientId}:${clientSecret}`) => {
      const response = await fetch(`${simulator.url}/oauth/${path}`, {
        method: 'POST',
        headers: {Authorization: `Basic ${Buffer.from(client).toString('base64')}`},
        body: formOf(form),
      });
      return {status: response.status, json: (await response.json()) as TokenAnswer['json']};
    },
    exchange: (code, changes = {}) =>
      app.post('token', {
        grant_type: 'authorization_code',
        code,
        redirect_uri: REDIRECT,
        code_verifier: VERIFIER,
        ...changes,
      }),
    refresh: (refresh_token) => app.post('token', {grant_type: 'refresh_token', refresh_token}),
    connect: async (as) => (await app.exchange(await app.code(as))).json,
  };
  return app;
}

const formOf = (fields: Changes): URLSearchParams =>
  new URLSearchParams(
    Object.entries(fields).filter((field): field is [string, string] => field[1] !== undefined),
  );
