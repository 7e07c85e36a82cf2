import * as z from 'zod';

const replacement = z.object({
  from: z.string(),
  to: z.string(),
  until: z.number(),
  sealed: z.string().optional(),
});
const rotation = z.object({answer: replacement.optional(), former: replacement.optional()});

export const webhookSecretsSchema = z.object({
  /** The secret in the webhook address that is in force, whether it was made here or is in the settings. */
  address: z.string().min(1),
  rotations: z.object({WebhookSecret: rotation.optional(), ZoomWebhookSecret: rotation.optional()}),
});

export type StoredSecrets = z.infer<typeof webhookSecretsSchema>;
