interface KindOfCard {
  /** A link that somebody pasted: nobody tells us anything about it, and its card is never stored. */
  isShared: boolean;
  /** Under the host's own number, which is used again and again. */
  isPersonal: boolean;
  /** Its number has other occurrences, before this one and after it. */
  isUsedAgain: boolean;
  /** It was scheduled in Zoom, and has a plan. */
  isPlanned: boolean;
  /** A webinar, with panelists and attendees. */
  isWebinar: boolean;
}

/**
 * What a card may stand for. All of them have a link and a host; those that were started from here have a number and
 * occurrences.
 */
const KINDS = {
  /** Started from here, for now, with a number of its own. */
  instant: {isShared: false, isPersonal: false, isUsedAgain: false, isPlanned: false, isWebinar: false},
  /** Started from here under the host's personal meeting ID, which has other meetings before and after. */
  personal: {isShared: false, isPersonal: true, isUsedAgain: true, isPlanned: false, isWebinar: false},
  /** Of a meeting that was not started from here, by its link. */
  shared: {isShared: true, isPersonal: false, isUsedAgain: false, isPlanned: false, isWebinar: false},
  /** Scheduled in Zoom, and brought here by its host. */
  scheduled: {isShared: false, isPersonal: false, isUsedAgain: true, isPlanned: true, isWebinar: false},
  webinar: {isShared: false, isPersonal: false, isUsedAgain: true, isPlanned: true, isWebinar: true},
} as const satisfies Readonly<Record<string, KindOfCard>>;

export type CardKind = keyof typeof KINDS;

export const CARD_KINDS = Object.keys(KINDS) as CardKind[];

/** Up to version 3.1.0 there was one kind, and no card names it. */
export const kindOf = ({kind = 'instant'}: {kind?: CardKind | undefined}): KindOfCard => KINDS[kind];
