interface KindOfCard {
  /** Under the host's own number, which is used again and again. */
  isPersonal: boolean;
}

/** What a card may stand for. All of them have a number, a link, a host and occurrences. */
const KINDS = {
  /** Started from here, for now, with a number of its own. */
  instant: {isPersonal: false},
  /** Started from here under the host's personal meeting ID, which has other meetings before and after. */
  personal: {isPersonal: true},
} as const satisfies Readonly<Record<string, KindOfCard>>;

export type CardKind = keyof typeof KINDS;

export const CARD_KINDS = Object.keys(KINDS) as CardKind[];

/** Up to version 3.1.0 there was one kind, and no card names it. */
export const kindOf = ({kind = 'instant'}: {kind?: CardKind | undefined}): KindOfCard => KINDS[kind];
