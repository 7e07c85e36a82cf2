/** A request that its sender has given a key, so that it is carried out once, however often it comes. */
export interface KeyedRequest {
  userId: string;
  key: string;
  /** Everything that is asked for, as text: another request may not have the same key. */
  request: string;
}

/**
 * first: nobody has asked for it with this key, and whoever gets this answer carries it out · answered: as JSON ·
 * in-use: the first one is not done yet · unfinished: the first one came to no known end, and may have been carried out
 */
export type BegunRequest =
  {kind: 'first' | 'in-use' | 'unfinished' | 'used-otherwise'} | {kind: 'answered'; answer: unknown};

/** Kept for a day. Everything rejects with a store error. */
export interface KeyedRequests {
  begin(request: KeyedRequest): Promise<BegunRequest>;
  /** It was carried out; `answer`: JSON, which is kept encrypted. */
  answer(request: KeyedRequest, answer: unknown): Promise<void>;
  /** Nothing was carried out: the key is as good as new. */
  release(request: KeyedRequest): Promise<void>;
  /** Nobody knows whether it was carried out. */
  abandon(request: KeyedRequest): Promise<void>;
}
