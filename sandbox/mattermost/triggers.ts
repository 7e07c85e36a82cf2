import {createHmac, randomBytes} from 'node:crypto';
import {newId} from './state.js';

/** What goes with every press and every slash command: with it an integration could ask its person for more. */
export interface Triggers {
  /** `clientId` is for the person's client, `triggerId` for the integration. */
  issue(userId: string): {clientId: string; triggerId: string};
}

export function createTriggers(now: () => number): Triggers {
  const key = randomBytes(32);
  return {
    issue: (userId) => {
      const clientId = newId();
      const told = `${clientId}:${userId}:${now()}`;
      const signature = createHmac('sha256', key).update(told).digest('base64');
      return {clientId, triggerId: Buffer.from(`${told}:${signature}`).toString('base64')};
    },
  };
}
