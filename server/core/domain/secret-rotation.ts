/** The old secret and the new one, both known by their digests. */
export type Replacement = {
  from: string;
  to: string;
  /** Milliseconds since the Unix epoch. */
  until: number;
  /** The old secret, encrypted, where its digest is not enough. */
  sealed?: string | undefined;
};

/** How a secret is being replaced; empty: it is not. */
export type Rotation = {
  /** An administrator said so before the settings were saved; lapses at `until`. */
  answer?: Replacement | undefined;
  /** The change has happened: the old one is good until `until` at the latest. */
  former?: Replacement | undefined;
};

/** A secret that was replaced stays good for this long at most. */
export const FORMER_MS = 24 * 60 * 60_000;

/**
 * The rotation now that `present` is the digest of the secret in force. An old secret stays good only if an
 * administrator allowed it for this very change. Any other change ends it, and so does an answer that came too late.
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
  // Written by a wrong clock: it might never end.
  return former.until - now > FORMER_MS ? undefined : former;
}
