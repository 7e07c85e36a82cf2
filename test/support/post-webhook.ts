import {createHmac} from 'node:crypto';

/** Posts a webhook to an address as Zoom does, signed with this secret token. Resolves to the status of the answer. */
export async function postWebhook(address: string, secretToken: string, event: object): Promise<number> {
  const body = JSON.stringify(event);
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signature = createHmac('sha256', secretToken).update(`v0:${timestamp}:${body}`).digest('hex');
  const answer = await fetch(address, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'x-zm-request-timestamp': timestamp,
      'x-zm-signature': `v0=${signature}`,
    },
    body,
  });
  return answer.status;
}
