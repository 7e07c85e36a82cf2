import * as z from 'zod';
import {CARD_KINDS} from './card-kind.js';
import {cardMeetingSchema, cardSchema} from './card.js';
import {planSchema} from './plan.js';

/** Somebody wants a meeting in a channel; written before Zoom is asked, so that no interruption loses it. */
export const intentSchema = z.object({
  id: z.string(),
  userId: z.string(),
  username: z.string(),
  /** The starter's display name. */
  name: z.string(),
  channelId: z.string(),
  rootId: z.string(),
  topic: z.string(),
  /** Nobody gave it a topic: it has the one that the server gives in its own language. */
  hasDefaultTopic: z.literal(true).optional(),
  /** Milliseconds since the epoch. */
  openedAt: z.number(),
  /** When somebody last took it on; after `INTENT_WINDOW` it belongs to nobody. */
  claimedAt: z.number(),
  /**
   * Whose it was at that very `claimedAt` (`at`): a node, and which of its processes (`life`). Missing where a node
   * does not know itself again. It is void as soon as anybody else takes the intent on: `claimedAt` differs then, even
   * if an older version did it.
   */
  owner: z.object({node: z.string(), life: z.string(), at: z.number()}).optional(),
  /** Of the card; missing: an instant meeting. Known with the meeting. */
  kind: z.enum(CARD_KINDS).optional(),
  /** Of a card that is brought here: what is planned, and what was written for this channel. */
  plan: planSchema.optional(),
  local: cardSchema.shape.local,
  /** What is brought here was held before; its card begins with that. */
  held: z
    .object({uuid: z.string(), startedAt: z.number().optional(), endedAt: z.number().optional()})
    .optional(),
  /** Known once Zoom has created it, or named the one of the personal meeting ID. */
  meeting: cardMeetingSchema.optional(),
  /** Its card is in the channel: only whether the meeting is still on is of interest. */
  posted: z.literal(true).optional(),
});

export type Intent = z.infer<typeof intentSchema>;

/** A process of a node that knows itself again. */
export type IntentOwner = Pick<NonNullable<Intent['owner']>, 'node' | 'life'>;

/** Whether a former process of this node had it, and nobody has taken it on since. */
export const isLeftBehind = ({owner, claimedAt}: Intent, self: IntentOwner | undefined): boolean =>
  owner !== undefined && owner.node === self?.node && owner.life !== self.life && owner.at === claimedAt;
