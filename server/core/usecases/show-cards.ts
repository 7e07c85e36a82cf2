import type {Card} from '../domain/card.js';
import type {CardsOfNumber} from '../ports/cards.js';
import type {Chat, Rewriting} from '../ports/chat.js';
import type {Logger} from '../ports/logger.js';
import {chatUnavailable, hasCode, isChatError, isStoreError} from '../ports/port-error.js';
import {cardRevision, needsShowing} from './card-revision.js';
import type {DrawCard} from './draw-card.js';
import type {KeyedQueue} from '../ports/keyed-queue.js';
import type {Pace} from './pace.js';
import type {UnseenCards} from './unseen-cards.js';

/**
 * shown: every post shows its card as it was given, or a later state of it · refused: Mattermost does not allow that as
 * things are, for example in an archived channel · not-shown: Mattermost does not answer or does not let the bot in,
 * there or at all
 */
export type Showing = 'shown' | 'refused' | 'not-shown';

/** Called in the queue of the number, in the order of the changes; not awaited there. */
export type ShowCards = (stored: CardsOfNumber) => Promise<Showing>;

interface ShowCardsDeps {
  chat: Chat;
  logger: Logger;
  drawCard: DrawCard;
  /** By card: updates of its post. */
  pace: Pace;
  /** By number: changes of its cards. */
  queue: KeyedQueue;
  unseen: UnseenCards;
  /** Runs on after the answer. A stop of the plugin waits for it. */
  inBackground: (work: Promise<void>) => void;
  /** Called when a post that nobody waits for lags behind its card. */
  leftUnshown: (number: string) => void;
}

/** Brings every post of a number to what its card says, and notes beside the answer what the posts show. */
export function createShowCards(deps: ShowCardsDeps): ShowCards {
  const showCards: ShowCards = async (stored) => {
    const shows = stored.cards.filter(needsShowing).map((card) =>
      deps.pace.run(card.id, cardRevision(card), async () => {
        const rewriting = await rewritePost(deps, card);
        if (rewriting === 'unseen') {
          deps.inBackground(deps.unseen.note(card, stored));
          throw chatUnavailable('The bot is not in the channel of a meeting card any more');
        }
        deps.unseen.forget(card);
        const noted = note(card, shownBy(rewriting, card), stored);
        deps.inBackground(followUp(card, noted));
        return {rest: noted};
      }),
    );
    // All of them end before the answer, also where one fails.
    const failures = (await Promise.allSettled(shows)).filter((show) => show.status === 'rejected');
    const fault = failures.find(({reason}) => !isChatError(reason));
    if (fault !== undefined) throw fault.reason as Error;
    if (failures.length === 0) return 'shown';
    return failures.every(({reason}) => hasCode(reason, 'chat-refused')) ? 'refused' : 'not-shown';
  };

  const note = ({id, meeting}: Card, shown: Shown, stored: CardsOfNumber): Promise<Noted> =>
    deps.queue.run(meeting.number, async () => {
      const now = await stored.update((card) => (card.id === id ? {...card, ...shown} : card));
      // Another node may have changed the card meanwhile, and shown it before this one did: the last state wins.
      return {again: showCards(now)};
    });

  const followUp = async ({meeting}: Card, noted: Promise<Noted>): Promise<void> => {
    try {
      const {again} = await noted;
      if ((await again) !== 'shown') deps.leftUnshown(meeting.number);
    } catch (error) {
      if (!isStoreError(error)) throw error;
      // The next event shows the card once more, and notes it then.
      deps.logger.warn('What a meeting card shows could not be noted', {error: error.message});
    }
  };
  return showCards;
}

interface Noted {
  again: ReturnType<ShowCards>;
}

/** What a card remembers of its post. */
type Shown = Partial<Pick<Card, 'shown' | 'postGone' | 'postFixed' | 'unseenSince'>>;

function shownBy(rewriting: Exclude<Rewriting, 'unseen'>, card: Card): Shown {
  switch (rewriting) {
    case 'rewritten':
      return {shown: cardRevision(card), unseenSince: undefined};
    // These two alone are for good.
    case 'gone':
      return {postGone: true};
    case 'fixed':
      return {postFixed: true};
  }
}

/**
 * Repeating it is harmless. Rejects when Mattermost does not take the post: what it refuses today, it may take when the
 * channel is no longer archived.
 */
async function rewritePost({chat, logger, drawCard}: ShowCardsDeps, card: Card): Promise<Rewriting> {
  try {
    const rewriting = await chat.rewritePost(card.postId, () => drawCard(card));
    if (rewriting === 'fixed') {
      logger.warn('The post of a meeting card is not the bot’s and stays as it is', {postId: card.postId});
    }
    return rewriting;
  } catch (error) {
    if (!isChatError(error)) throw error;
    // A host whose bot is shut out says so once, not for every card.
    logger[hasCode(error, 'bot-shut-out') ? 'debug' : 'warn'](
      'Mattermost did not take the new state of a meeting card',
      {postId: card.postId, error: error.message},
    );
    throw error;
  }
}
