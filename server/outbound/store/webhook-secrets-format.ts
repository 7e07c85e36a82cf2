import {z} from 'zod';
import type {RowFormat} from './row.js';

const replacement = z.looseObject({
  from: z.string(),
  to: z.string(),
  until: z.number(),
  sealed: z.string().optional(),
});
const rotation = z.looseObject({answer: replacement.optional(), former: replacement.optional()});

/** Loose: what a newer version added is kept. */
const schema = z.looseObject({
  version: z.number(),
  /** The secret in the webhook address that is in force, whether it was made here or is in the settings. */
  address: z.string().min(1),
  rotations: z.looseObject({WebhookSecret: rotation.optional(), ZoomWebhookSecret: rotation.optional()}),
});

export type StoredSecrets = z.infer<typeof schema>;

/** 'unreadable': there is something that must not be written over, or the address in Zoom would be dead. */
export const secretsFormat: RowFormat<StoredSecrets | 'unreadable' | undefined> = {
  encode: (value) => JSON.stringify(value),
  decode(stored) {
    if (stored === undefined) return undefined;
    try {
      return schema.parse(JSON.parse(stored));
    } catch {
      return 'unreadable';
    }
  },
};
