/** How far somebody has read. */
export interface FeedPlace {
  /** 0: from the oldest on. */
  chunk: number;
  /** How many events of it they have. */
  at: number;
  /** Whatever came before this time they have; ms since the epoch. */
  seenAt: number;
}

const PLACE = /^(\d{1,15})\.(\d{1,15})\.(\d{1,15})$/;

export const writeCursor = ({chunk, at, seenAt}: FeedPlace): string =>
  Buffer.from(`${chunk}.${at}.${seenAt}`).toString('base64url');

/** `undefined`: it is none of ours. */
export function readCursor(cursor: string): FeedPlace | undefined {
  const [, chunk, at, seenAt] = PLACE.exec(Buffer.from(cursor, 'base64url').toString('latin1')) ?? [];
  return seenAt === undefined ? undefined : {chunk: Number(chunk), at: Number(at), seenAt: Number(seenAt)};
}
