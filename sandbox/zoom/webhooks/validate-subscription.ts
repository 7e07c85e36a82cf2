import type {SimulatorState} from '../state/create-state.js';
import {postWebhook, type WebhookAnswer} from './post-webhook.js';
import {encryptToken} from './sign-webhook.js';
import type {Subscription} from './subscription.js';

/** Zoom's challenge: the endpoint proves that it knows the secret token. */
export async function validateSubscription(
  state: SimulatorState,
  subscription: Subscription,
): Promise<WebhookAnswer & {valid: boolean}> {
  const plainToken = state.ids.opaque();
  const now = state.clock.now();
  const body = JSON.stringify({event: 'endpoint.url_validation', payload: {plainToken}, event_ts: now});
  const answer = await postWebhook(state, subscription, body, now);
  const expected = {plainToken, encryptedToken: encryptToken(state.account.secretToken, plainToken)};
  const valid = answer.status === 200 && holds(answer.body, expected);
  subscription.validated = valid;
  state.changed();
  return {...answer, valid};
}

function holds(body: string, expected: {plainToken: string; encryptedToken: string}): boolean {
  try {
    const answer = JSON.parse(body) as Partial<typeof expected> | null;
    return answer?.plainToken === expected.plainToken && answer.encryptedToken === expected.encryptedToken;
  } catch {
    return false;
  }
}
