import * as z from 'zod';
import {JOB_KINDS} from './job-kinds.js';

/** Work that was put off, as it is stored. Times: ms since the epoch. */
export const jobSchema = z.object({
  kind: z.enum(JOB_KINDS),
  /** A meeting number, or the id of a revocation. */
  about: z.string(),
  dueAt: z.number(),
  /** When it was first put off. */
  since: z.number(),
  /** How often it has been run before. */
  tries: z.number(),
  /** How often in a row it has failed; absent: it went well when it was run last. */
  failures: z.number().optional(),
  /** Whose it is, and until when. */
  lease: z.object({owner: z.string(), until: z.number()}).optional(),
});

export type StoredJob = z.infer<typeof jobSchema>;

/** A job that was given up, and why. */
export const deadJobSchema = z.object({
  kind: z.string(),
  about: z.string(),
  reason: z.string(),
  /** Milliseconds since the epoch. */
  at: z.number(),
});

export type DeadJob = z.infer<typeof deadJobSchema>;
