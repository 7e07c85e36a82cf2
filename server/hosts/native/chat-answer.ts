import {ChatError} from '../../core/ports/chat.js';
import {ApiError} from '../../protocol/api-error.js';

/** The answer of a call; a refusal or a lost connection becomes a {@link ChatError}. */
export async function answered<T>(call: Promise<T>): Promise<T> {
  try {
    return await call;
  } catch (error) {
    throw toChatError(error);
  }
}

/** As {@link answered}, but what does not exist (404) is `undefined`. */
export async function answeredOrMissing<T>(call: Promise<T>): Promise<T | undefined> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return undefined;
    throw toChatError(error);
  }
}

function toChatError(error: unknown): ChatError {
  const status = error instanceof ApiError ? (error.status ?? 500) : 500;
  const kind = status >= 400 && status < 500 ? 'refused' : 'unavailable';
  return new ChatError(kind, error instanceof Error ? error.message : String(error), {cause: error});
}
