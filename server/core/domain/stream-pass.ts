import {createHash} from 'node:crypto';
import * as z from 'zod';
import {IMPORT_KINDS} from '../../../contract/import.js';

/**
 * A capability: whoever has its token may join one meeting or webinar through the join page, and learns its number and
 * topic. Times: ms since the epoch.
 */
export const streamPassSchema = z.object({
  /** By which people name it in lists; tells nothing of its token. */
  id: z.string(),
  /** What its maker calls it; '': nothing. */
  name: z.string(),
  number: z.string(),
  kind: z.enum(IMPORT_KINDS),
  /** As it was when the pass was made. */
  topic: z.string(),
  /** '': it had no card. */
  cardId: z.string(),
  /** In whose name Zoom is asked about it: its host. */
  hostUserId: z.string(),
  zoomUserId: z.string(),
  madeBy: z.string(),
  madeAt: z.number(),
  expiresAt: z.number(),
  revokedAt: z.number().optional(),
});

export type StreamPass = z.infer<typeof streamPassSchema>;

/** What is stored of a token, by which it is found again; nobody finds the token by it. */
export const streamDigest = (token: string): string => createHash('sha256').update(token).digest('hex');
