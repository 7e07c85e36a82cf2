import type {StreamPass} from '../domain/stream-pass.js';
import type {StreamPasses} from '../ports/stream-passes.js';

/** Those that somebody made and that still let people in, the newest first. Rejects when the store fails. */
export type ListStreamUrls = (userId: string) => Promise<readonly StreamPass[]>;

export const createListStreamUrls =
  ({streamPasses}: {streamPasses: Pick<StreamPasses, 'list'>}): ListStreamUrls =>
  (userId) =>
    streamPasses.list(userId);
