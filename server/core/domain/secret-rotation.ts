/** A secret that goes, and the one that comes. Both are known by their digests. */
export type Replacement = {
  from: string;
  to: string;
  /** Milliseconds since the Unix epoch. */
  until: number;
  /** The secret that goes, encrypted, where its digest is not enough. */
  sealed?: string | undefined;
};

/** How a secret is being replaced; empty: it is not. */
export type Rotation = {
  /** An administrator said so before the settings were saved; lapses at `until`. */
  answer?: Replacement | undefined;
  /** The change has happened: the one that goes is good until `until` at the latest. */
  former?: Replacement | undefined;
};

/** Between the answer and the press of Save. */
export const ANSWER_MS = 60 * 60_000;

/** A secret that was replaced is good this long at the most. */
export const FORMER_MS = 24 * 60 * 60_000;

/**
 * The rotation as it is now that `present` is the digest of the secret in force. A former secret stays only where an
 * administrator said of this very change that it may: any other change ends it, and so does an answer that came late.
 */
export function settleRotation(
  {answer, former, ...others}: Rotation,
  present: string | undefined,
  now: number,
): Rotation {
  const isOpen = answer !== undefined && now < answer.until;
  if (isOpen && answer.to === present) return {...others, former: {...answer, until: now + FORMER_MS}};
  const kept = formerOf({former}, present, now);
  return {
    // Of a newer version.
    ...others,
    ...(isOpen && answer.from === present && {answer}),
    ...(kept !== undefined && {former: kept}),
  };
}

/** What may still be used beside the secret in force. */
export function formerOf(
  {former}: Rotation,
  present: string | undefined,
  now: number,
): Replacement | undefined {
  if (former === undefined || former.to !== present || now >= former.until) return undefined;
  // Written by a clock that was wrong: it might never end.
  return former.until - now > FORMER_MS ? undefined : former;
}
