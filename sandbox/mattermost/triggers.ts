import {createHmac, randomBytes, timingSafeEqual} from 'node:crypto';
import {invalid} from './refusals.js';
import {newId} from './state.js';

/** `OutgoingIntegrationRequestsTimeout`: so long a trigger id opens a dialog. */
const livesMs = 30_000;

/** What lets an integration open a dialog before the person who has just asked for something. */
export interface Triggers {
  /** `clientId` is for the person's client, `triggerId` for the integration. */
  issue(userId: string): {clientId: string; triggerId: string};
  /** @throws ApiError 400 for one that is not ours, or older than 30 s */
  open(triggerId: string): {clientId: string; userId: string};
}

export function createTriggers(now: () => number): Triggers {
  const key = randomBytes(32);
  const sign = (text: string): Buffer => createHmac('sha256', key).update(text).digest();
  return {
    issue: (userId) => {
      const clientId = newId();
      const told = `${clientId}:${userId}:${now()}`;
      const triggerId = Buffer.from(`${told}:${sign(told).toString('base64')}`).toString('base64');
      return {clientId, triggerId};
    },
    open: (triggerId) => {
      const [clientId = '', userId = '', at = '', signature, ...others] = Buffer.from(triggerId, 'base64')
        .toString()
        .split(':');
      if (signature === undefined || others.length > 0) throw refused('missing_data', 'misses data');
      if (now() - Number(at) > livesMs) throw refused('expired', 'has expired');
      const expected = sign(`${clientId}:${userId}:${at}`);
      const given = Buffer.from(signature, 'base64');
      if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
        throw refused('verify_signature_failed', 'has another signature');
      }
      return {clientId, userId};
    },
  };
}

const refused = (reason: string, words: string): Error =>
  invalid(`interactive_message.decode_trigger_id.${reason}`, `The trigger ID for the dialog ${words}.`);
