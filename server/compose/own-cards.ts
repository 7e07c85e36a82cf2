import type {Capabilities} from '../core/domain/capabilities.js';
import {joinPageBeside} from '../core/domain/join-page.js';
import type {Cards} from '../core/ports/cards.js';
import type {Clock} from '../core/ports/clock.js';
import type {Intents} from '../core/ports/intents.js';
import type {Jobs} from '../core/ports/jobs.js';
import {createDrawCard} from '../core/usecases/draw-card.js';
import {createTakeUpCards} from '../core/usecases/take-up-cards.js';
import type {Situation} from '../inbound/features.js';
import {browserLinkBelow} from '../inbound/join-page/browser-link.js';
import {createSigner} from '../lib/create-signer.js';
import {texts} from '../messages/texts.js';
import {keyFor} from './key-for.js';

/** Of what the signature of a card covers. */
const SIGNATURE_VERSION = 'v1';

interface OwnCardsNeeds {
  capabilities: Capabilities;
  cards: Cards;
  intents: Pick<Intents, 'all' | 'recall'>;
  jobs: Pick<Jobs, 'schedule'>;
  clock: Clock;
}

/** The posts of cards: how they are written, and how those that nothing on record speaks of are known again. */
export function composeOwnCards({capabilities, cards, intents, jobs, clock}: OwnCardsNeeds) {
  return {
    assemble({settings, site}: Situation) {
      const key = capabilities.storedBesidePosts ? undefined : keyFor(settings, 'card-hmac/v1');
      const signer = key && createSigner(key, SIGNATURE_VERSION);
      const {accountId} = settings;
      const page = joinPageBeside(settings.joinPage, site.url);
      // People come with the session of their browser, where Mattermost says whose it is.
      const hasLink = capabilities.sessions && page?.isOnCards === true;
      return {
        // The card is in the language of the server: a whole channel reads it.
        drawCard: createDrawCard({
          translate: texts(site.locale),
          signer,
          browserLink: hasLink ? browserLinkBelow(site.url) : undefined,
        }),
        takeUpCards: createTakeUpCards({cards, intents, jobs, clock, signer, accountId}),
      };
    },
  };
}
