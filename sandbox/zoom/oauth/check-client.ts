import type {ApiCall} from '../api/api-call.js';
import {refusals} from '../api/refusals.js';

/** The app itself calls, and Zoom lets it. Throws the refusal. */
export function checkClient({state: {account}, authorization}: ApiCall): void {
  const expected = Buffer.from(`${account.clientId}:${account.clientSecret}`).toString('base64');
  if (authorization !== `Basic ${expected}`) throw refusals.oauth.invalidClient();
  if (!account.isActivated) throw refusals.oauth.disabledApp();
}
