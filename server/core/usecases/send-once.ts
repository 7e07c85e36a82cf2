import type {KeyedRequest, KeyedRequests} from '../ports/keyed-requests.js';
import type {Logger} from '../ports/logger.js';
import {mayHaveCreated} from './open-meeting.js';

/** Why a request with a key is not carried out (again). */
export interface NotSent {
  kind: 'key-in-use' | 'key-unfinished' | 'key-used-otherwise';
}

export interface SendOnceDeps {
  keyedRequests: KeyedRequests;
  logger: Logger;
}

/**
 * Carries a request out once, whoever dies on the way: the key is taken before, and what became of it is kept after.
 * What was certainly not carried out may be asked for again with the same key. Rejects as `send` does, and with a store
 * error before it.
 */
export async function sendOnce(
  {keyedRequests, logger}: SendOnceDeps,
  request: KeyedRequest,
  send: () => Promise<unknown>,
): Promise<{kind: 'sent'; answer: unknown} | NotSent> {
  const begun = await keyedRequests.begin(request);
  switch (begun.kind) {
    case 'answered':
      return {kind: 'sent', answer: begun.answer};
    case 'in-use':
      return {kind: 'key-in-use'};
    case 'unfinished':
      return {kind: 'key-unfinished'};
    case 'used-otherwise':
      return {kind: 'key-used-otherwise'};
    case 'first':
  }
  // What the row says without this is true, too: that its end is not known.
  const note = (work: Promise<void>): Promise<void> =>
    work.catch((error: unknown) => {
      logger.warn('What became of a request with a key was not kept', {error: String(error)});
    });
  try {
    const answer = await send();
    await note(keyedRequests.answer(request, answer));
    return {kind: 'sent', answer};
  } catch (error) {
    await note(mayHaveCreated(error) ? keyedRequests.abandon(request) : keyedRequests.release(request));
    throw error;
  }
}
