import type {ChatUser} from '../core/ports/chat.js';
import type {Texts, Translate} from '../core/ports/texts.js';

/** The one person who sees an answer: in whose words, and how much of the set-up is theirs to mend. */
export interface Reader {
  translate: Translate;
  isAdmin: boolean;
}

export const readerFor = (texts: Texts, user: ChatUser | undefined): Reader => ({
  translate: texts(user?.locale ?? '', user?.timezone || undefined),
  isAdmin: user?.isSystemAdmin ?? false,
});
