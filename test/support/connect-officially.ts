import {createCipheriv, randomBytes} from 'node:crypto';
import type {ZoomSimulator} from '../../sandbox/zoom/zoom-simulator.js';
import {consent} from './zoom-consent.js';

export const OFFICIAL_ENCRYPTION_KEY = '4Su-mLR7N6VwC6aXjYhQoT0shtS9fKz+';
const REDIRECT = 'https://chat.example.org/plugins/zoom/oauth2/complete';

interface Tokens {
  access_token: string;
  refresh_token: string;
}

/** What the official plugin leaves of somebody's consent in Zoom, and the tokens that are in it. */
export interface OfficialConnection {
  kv: Record<string, string>;
  tokens: Tokens;
}

/** Consents as `email` in the simulated Zoom, whose app people authorise. */
async function consentAs(zoom: ZoomSimulator, email: string): Promise<Tokens> {
  zoom.changeAccount({redirectUris: [REDIRECT]});
  const {clientId, clientSecret} = zoom.account;
  const query = new URLSearchParams({response_type: 'code', client_id: clientId, redirect_uri: REDIRECT});
  const answer = await consent(`${zoom.url}/oauth/authorize?${query.toString()}`, {as: email});
  const response = await fetch(`${zoom.url}/oauth/token`, {
    method: 'POST',
    headers: {Authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`},
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      code: answer.searchParams.get('code') ?? '',
      redirect_uri: REDIRECT,
    }),
  });
  return (await response.json()) as Tokens;
}

/** A person of Mattermost connects as a person of Zoom; `expiry`: of the access token. */
export async function connectOfficially(
  zoom: ZoomSimulator,
  {userId, email, expiry = inAnHour()}: {userId: string; email: string; expiry?: Date},
): Promise<OfficialConnection> {
  const tokens = await consentAs(zoom, email);
  const ZoomID = zoom.users.find((user) => user.email === email)?.id ?? '';
  const OAuthToken = {
    access_token: encrypt(tokens.access_token),
    token_type: 'bearer',
    refresh_token: tokens.refresh_token,
    expiry: expiry.toISOString(),
  };
  const row = JSON.stringify({ZoomEmail: email, OAuthToken, UserID: userId, ZoomID});
  return {kv: {[`zoomtoken_${userId}`]: row, [`zoomtokenbyzoomid_${ZoomID}`]: row}, tokens};
}

/** An administrator of the Zoom account connects for everybody. */
export async function connectAccountOfficially(
  zoom: ZoomSimulator,
  email: string,
): Promise<OfficialConnection> {
  const tokens = await consentAs(zoom, email);
  const {access_token, refresh_token} = tokens;
  const row = {access_token, token_type: 'bearer', refresh_token, expiry: inAnHour().toISOString()};
  return {kv: {zoomSuperUserToken_: JSON.stringify(row)}, tokens};
}

const inAnHour = (): Date => new Date(Date.now() + 3_600_000);

function encrypt(text: string): string {
  const length = 16 - (text.length % 16);
  const vector = randomBytes(16);
  const cipher = createCipheriv('aes-256-cfb', OFFICIAL_ENCRYPTION_KEY, vector);
  const padded = Buffer.concat([Buffer.from(text), Buffer.alloc(length, length)]);
  return Buffer.concat([vector, cipher.update(padded)]).toString('base64url');
}
