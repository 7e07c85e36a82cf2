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
import type {Signer} from '../ports/signer.js';

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
  intents: Pick<Intents, 'all'>;
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
      const outcome =
        judgement.kind !== 'genuine'
          ? judgement.kind
          : isOneOfMany(judgement, judged)
            ? 'ambiguous'
            : await takeUp(deps, post, judgement.card, {isTrial, open});
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
function isOneOfMany(
  {card, isBound}: Extract<Judgement, {kind: 'genuine'}>,
  all: readonly Judgement[],
): boolean {
  const rivals = all.filter(
    (other) => other.kind === 'genuine' && other.card.posted.zoom_card.id === card.posted.zoom_card.id,
  );
  return rivals.length > 1 && !isBound;
}

async function takeUp(
  {cards, jobs, clock, accountId}: TakeUpCardsDeps,
  post: ChatPost,
  signed: SignedCard,
  {isTrial, open}: {isTrial: boolean; open: ReadonlySet<string>},
): Promise<TakeUpOutcome> {
  const card = cardFromPost({...post, postId: post.id}, signed, accountId);
  const {number} = card.meeting;
  const stored = await cards.ofNumber(number);
  if (stored.cards.some(({id}) => id === card.id)) return 'on-record';
  if (stored.unreadable !== undefined) throw stored.unreadable;
  if (open.has(card.id)) return 'under-way';
  if (saysItIsOver(signed.posted)) return 'over';
  if (isTrial) return 'taken-up';
  // First the question how its meeting is, which comes once the card is there: an interruption leaves nothing unasked.
  await jobs.schedule({kind: 'ask-zoom', about: number, dueAt: clock.now() + ASK_AFTER_MS});
  await cards.add(card);
  return 'taken-up';
}

/** Longer than it takes to write a card. */
const ASK_AFTER_MS = 30_000;
