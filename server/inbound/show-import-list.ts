import type {ImportKind} from '../../contract/import.js';
import type {StartPlace} from '../core/domain/start-place.js';
import type {ChatUser, PrivateMessage, PrivatePlace} from '../core/ports/chat.js';
import type {Reader} from './reader.js';

export interface ImportListWish {
  userId: string;
  user: Promise<ChatUser | undefined>;
  reader: Reader;
  /** Where the cards are to go. */
  to: StartPlace;
  /** Where the list stands; `undefined`: in a direct message. */
  place: PrivatePlace | undefined;
  kind: ImportKind;
  signal: AbortSignal;
}

/** What somebody hosts and is to come, each with a button that brings it here. */
export type ShowImportList = (wish: ImportListWish) => Promise<PrivateMessage>;
