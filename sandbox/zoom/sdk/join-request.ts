import * as z from 'zod';

const text = z.string().default('');

/** What the SDK in somebody's browser tells Zoom of who joins. */
export const joinRequest = z.object({
  signature: z.string(),
  meetingNumber: z.string().regex(/^\d{9,11}$/),
  userName: z.string().min(1),
  passWord: text,
  userEmail: text,
  /** Of somebody who has registered. */
  tk: text,
});

export type JoinRequest = z.infer<typeof joinRequest>;
