import type {Card} from '../domain/card.js';
import {
  cardFromPost,
  readSignedCard,
  saysItIsOver,
  type SignedCard,
  signedFacts,
} from '../domain/posted-card.js';
import {cardIdOf} from '../domain/post-props.js';
import type {TakeUp, TakeUpOutcome} from '../ports/application.js';
import type {Cards} from '../ports/cards.js';
import type {ChatPost} from '../ports/chat.js';
import type {Clock} from '../ports/clock.js';
import type {Intents} from '../ports/intents.js';
import type {Jobs} from '../ports/jobs.js';
import {hasCode} from '../ports/port-error.js';
import type {Signer} from '../ports/signer.js';
import {intentOfCard} from './intent-of-card.js';

/**
 * Puts the cards of these posts on record again, where they are not. The posts are the bot's own, and all that there
 * are of one channel. May be repeated, and beside a running service. Rejects when the store fails.
 */
export type TakeUpCards = (
  posts: readonly ChatPost[],
  options: {isTrial: boolean},
) => Promise<readonly TakeUp[]>;

interface TakeUpCardsDeps {
  cards: Cards;
  intents: Pick<Intents, 'all' | 'recall'>;
  jobs: Pick<Jobs, 'schedule'>;
  clock: Pick<Clock, 'now'>;
  /** `undefined`: there is no key, so no post can be known again. */
  signer: Signer | undefined;
  /** The Zoom account that is ours, where the settings name one. */
  accountId: string | undefined;
}

export const createTakeUpCards =
  (deps: TakeUpCardsDeps): TakeUpCards =>
  async (posts, {isTrial}) => {
    const judged = posts
      .filter(({isDeleted, props}) => !isDeleted && cardIdOf(props) !== undefined)
      .map((post) => ({post, ...judge(post, deps.signer)}));
    // Read before the cards: a start that is not among them is finished, and its card is on record by then.
    const open = new Set((await deps.intents.all()).map(({id}) => id));
    const outcomes: TakeUp[] = [];
    for (const {post, ...judgement} of judged) {
      const isRivalled = isOneOfMany(judgement, judged);
      const outcome = await settle(deps, post, isRivalled ? {kind: 'ambiguous'} : judgement, {isTrial, open});
      outcomes.push({postId: post.id, outcome});
    }
    return outcomes;
  };

type Judgement =
  | {kind: 'unsigned' | 'not-genuine'}
  /** `isBound`: the signature names this very post. */
  | {kind: 'genuine'; card: SignedCard; isBound: boolean};

function judge(post: ChatPost, signer: Signer | undefined): Judgement {
  const card = readSignedCard(post.props);
  if (card === undefined) return {kind: 'unsigned'};
  const isSignedFor = (postId: string): boolean =>
    signer?.hasSigned(signedFacts({...post, postId}, card), card.signature) === true;
  if (isSignedFor(post.id)) return {kind: 'genuine', card, isBound: true};
  return isSignedFor('') ? {kind: 'genuine', card, isBound: false} : {kind: 'not-genuine'};
}

/** A post that its signature does not name may be a copy: it counts only where no other claims to be the same card. */
function isOneOfMany(judgement: Judgement, all: readonly Judgement[]): boolean {
  if (judgement.kind !== 'genuine' || judgement.isBound) return false;
  const {id} = judgement.card.posted.zoom_card;
  return all.filter((other) => other.kind === 'genuine' && other.card.posted.zoom_card.id === id).length > 1;
}

interface Circumstances {
  isTrial: boolean;
  /** Ids of the starts that are not finished. */
  open: ReadonlySet<string>;
}

async function settle(
  deps: TakeUpCardsDeps,
  post: ChatPost,
  judgement: Judgement | {kind: 'ambiguous'},
  circumstances: Circumstances,
): Promise<TakeUpOutcome> {
  try {
    const known = await deps.cards.ofNumber(String(post.props['meeting_id']));
    if (known.cards.some(({postId}) => postId === post.id)) return 'on-record';
    if (judgement.kind !== 'genuine') return judgement.kind;
    const card = cardFromPost({...post, postId: post.id}, judgement.card, deps.accountId);
    if (known.cards.some(({id}) => id === card.id)) return 'on-record';
    if (known.unreadable !== undefined) return 'unreadable';
    if (circumstances.open.has(card.id)) return 'under-way';
    if (saysItIsOver(judgement.card)) return 'over';
    if (!circumstances.isTrial) await putOnRecord(deps, card);
    return 'taken-up';
  } catch (error) {
    if (hasCode(error, 'record-unreadable')) return 'unreadable';
    throw error;
  }
}

/** The card comes last: what it is made for is there by then, and an interruption leaves all of it to the next try. */
async function putOnRecord({cards, intents, jobs, clock}: TakeUpCardsDeps, card: Card): Promise<void> {
  const {number} = card.meeting;
  await jobs.schedule({kind: 'ask-zoom', about: number, dueAt: clock.now() + ASK_AFTER_MS});
  await intents.recall(intentOfCard(card));
  await cards.add(card);
}

/** Longer than it takes to write a card. */
const ASK_AFTER_MS = 30_000;
