import {createHmac} from 'node:crypto';
import {z} from 'zod';
import {equalInConstantTime} from '../../lib/equal-in-constant-time.js';

/** What a button is for and whose it is; it travels through Mattermost and must come back as it went out. */
export interface ActionContext {
  action: string;
  userId: string;
  cardId: string;
  number: string;
  /** Milliseconds since the epoch. */
  expiresAt: number;
}

const signedContextSchema = z.object({
  action: z.string(),
  userId: z.string(),
  cardId: z.string(),
  number: z.string(),
  expiresAt: z.number(),
  signature: z.string(),
});

/** HMAC-SHA256: anybody may draw a button of their own that leads to our route. */
export function signContext(key: Buffer, context: ActionContext): ActionContext & {signature: string} {
  return {...context, signature: signatureOf(key, context)};
}

/** `undefined`: not one of ours, or for something else. Expiry is the caller's to judge. */
export function readSignedContext(key: Buffer, action: string, received: unknown): ActionContext | undefined {
  const parsed = signedContextSchema.safeParse(received);
  if (!parsed.success) return undefined;
  const {signature, ...context} = parsed.data;
  if (context.action !== action || !equalInConstantTime(signature, signatureOf(key, context)))
    return undefined;
  return context;
}

const signatureOf = (key: Buffer, {action, userId, cardId, number, expiresAt}: ActionContext): string =>
  createHmac('sha256', key)
    .update(JSON.stringify([action, userId, cardId, number, expiresAt]))
    .digest('hex');
