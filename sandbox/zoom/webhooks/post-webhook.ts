import type {SimulatorState} from '../state/create-state.js';
import {signWebhook} from './sign-webhook.js';
import type {Subscription} from './subscription.js';

/** What an endpoint answered. */
export interface WebhookAnswer {
  /** 0: nothing within Zoom's three seconds. */
  status: number;
  body: string;
}

const ANSWER_LIMIT_MS = 3000;
const KEPT_BODY_LENGTH = 2000;

/** Sends one webhook, signed for the given moment. Never rejects. */
export async function postWebhook(
  {account, clock, ids}: SimulatorState,
  {url, signed}: Subscription,
  body: string,
  signedAt: number,
): Promise<WebhookAnswer> {
  const timestamp = String(Math.floor(signedAt / 1000));
  const impatience = new AbortController();
  const cancel = clock.after(ANSWER_LIMIT_MS, () => impatience.abort());
  try {
    const answer = await fetch(url, {
      method: 'POST',
      redirect: 'manual',
      signal: impatience.signal,
      body,
      headers: {
        'Content-Type': 'application/json; charset=utf-8',
        'User-Agent': 'Zoom Marketplace/1.0a',
        'x-zm-trackingid': `v=2.0;clid=sim;rid=WH_${ids.opaque()}`,
        clientid: account.clientId,
        authorization: account.verificationToken,
        ...(signed && {
          'x-zm-request-timestamp': timestamp,
          'x-zm-signature': signWebhook(account.secretToken, timestamp, body),
        }),
      },
    });
    return {status: answer.status, body: (await answer.text()).slice(0, KEPT_BODY_LENGTH)};
  } catch {
    return {status: 0, body: ''};
  } finally {
    cancel();
  }
}
