import {ChatError} from '../../../core/ports/chat.js';
import {RestError} from './rest-error.js';

/** The answer of a call; a refusal or silence becomes a {@link ChatError}. */
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
    if (error instanceof RestError && error.status === 404) return undefined;
    throw toChatError(error);
  }
}

/** 'forbidden': the bot may not see it (403), which says nothing about what is there. */
export async function unlessForbidden<T>(answer: Promise<T>): Promise<T | 'forbidden'> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof ChatError && isForbidden(error)) return 'forbidden';
    throw error;
  }
}

/** Of Mattermost's answer; `undefined`: there was none. */
export const statusOf = ({cause}: ChatError): number | undefined =>
  cause instanceof RestError ? cause.status : undefined;

const isForbidden = (error: ChatError): boolean => statusOf(error) === 403;

function toChatError(error: unknown): ChatError {
  const status = error instanceof RestError ? (error.status ?? 500) : 500;
  // Too many requests are no refusal: later ones are taken.
  const kind = status >= 400 && status < 500 && status !== 429 ? 'refused' : 'unavailable';
  return new ChatError(kind, error instanceof Error ? error.message : String(error), {cause: error});
}
