import type {ImportKind} from '../../contract/import.js';
import type {ChatUser, PrivateMessage, PrivatePlace} from '../core/ports/chat.js';
import type {Reader} from './reader.js';

export interface ImportListWish {
  userId: string;
  user: Promise<ChatUser | undefined>;
  reader: Reader;
  /** Where the list stands, and the cards are to go. */
  place: PrivatePlace;
  kind: ImportKind;
  signal: AbortSignal;
}

/** What somebody hosts and is to come, each with a button that brings it here. */
export type ShowImportList = (wish: ImportListWish) => Promise<PrivateMessage>;
