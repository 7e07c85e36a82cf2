import {createHmac} from 'node:crypto';
import * as z from 'zod';
import type {PrivatePlace} from '../../core/ports/chat.js';
import {equalInConstantTime} from '../../lib/equal-in-constant-time.js';

/** What a button is for and whose it is; it travels through Mattermost and must come back as it went out. */
export interface ActionContext {
  action: string;
  userId: string;
  /** Milliseconds since the epoch. */
  expiresAt: number;
  /** What the action needs to know. */
  values: Readonly<Record<string, string>>;
  /** Of the private message that the button is on; version 3.0 signed none. */
  place?: PrivatePlace | undefined;
}

const signedContextSchema = z.object({
  action: z.string(),
  userId: z.string(),
  expiresAt: z.number(),
  values: z.record(z.string(), z.string()),
  place: z.object({channelId: z.string(), rootId: z.string(), createdAt: z.number()}).optional(),
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

function signatureOf(key: Buffer, {action, userId, expiresAt, values, place}: ActionContext): string {
  const entries = Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1));
  const stands = place === undefined ? [] : [[place.channelId, place.rootId, place.createdAt]];
  return createHmac('sha256', key)
    .update(JSON.stringify([action, userId, expiresAt, entries, ...stands]))
    .digest('hex');
}
