import * as z from 'zod';

/** Mattermost itself has let somebody write in a channel, since it passed their command on to us. */
export const voucherSchema = z.object({
  teamId: z.string(),
  isDirect: z.boolean(),
  /** Where answers to the command go, below the Site URL; '' for nowhere. */
  responsePath: z.string(),
  /** Milliseconds since the epoch. */
  at: z.number(),
});

export type Voucher = z.infer<typeof voucherSchema>;
