import type {Cards} from '../core/ports/cards.js';
import type {Chat} from '../core/ports/chat.js';
import type {Intents} from '../core/ports/intents.js';
import type {OpenCards} from '../core/ports/open-cards.js';
import {createAllowance} from '../core/usecases/allowance.js';
import {createFindLiveMeetings} from '../core/usecases/find-live-meetings.js';

interface LiveMeetingsNeeds {
  chat: Chat;
  cards: Cards;
  intents: Intents;
  openCards: OpenCards;
}

/** What is on in somebody's channels; the same under any settings. */
export const composeLiveMeetings = ({chat, cards, intents, openCards}: LiveMeetingsNeeds) => ({
  findLiveMeetings: createFindLiveMeetings({chat, cards, intents, openCards}),
  liveAllowance: createAllowance(),
});
