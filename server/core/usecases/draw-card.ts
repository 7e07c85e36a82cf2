import type {Card} from '../domain/card.js';
import type {PostContent} from '../domain/post-content.js';
import {postedCard, signedFacts} from '../domain/posted-card.js';
import type {Signer} from '../ports/signer.js';
import type {Translate} from '../ports/texts.js';
import {joinsInBrowser} from './card/joins-in-browser.js';
import {renderCard} from './render-card.js';

/** The whole post of a card, as it goes out. */
export type DrawCard = (card: Card) => PostContent;

interface DrawCardDeps {
  /** The language of what a channel reads. */
  translate: Translate;
  /** `undefined`: nobody would ever ask for a signature, or there is no key for one. */
  signer: Signer | undefined;
  /** An address of the card's that leads its members to the join page; `undefined`: there is none. */
  browserLink: ((card: Card) => string) | undefined;
}

/**
 * Rendered, and signed: after a restore, a post is taken for the card of which it says that it is. The first signature
 * does not name the post, whose id is not known yet; every later one does. Signatures are no part of what a card shows,
 * so that the second one costs no call of its own. Nor is the way in by the browser, so that no card has to be written
 * anew when the settings change: for those whose client draws no card of ours, such as on phones.
 */
export const createDrawCard =
  ({translate, signer, browserLink}: DrawCardDeps): DrawCard =>
  (card) => {
    const url = joinsInBrowser(card) ? browserLink?.(card) : undefined;
    const more = url === undefined ? [] : [translate('card.joinInBrowser', {url})];
    const content = renderCard(card, translate, more);
    if (signer === undefined) return content;
    const {posted, openedAt} = postedCard(card);
    const signature = signer.sign(signedFacts(card, {posted, openedAt}));
    const zoomCard = {...posted.zoom_card, signed: {opened_at: openedAt, signature}};
    return {...content, props: {...content.props, zoom_card: zoomCard}};
  };
