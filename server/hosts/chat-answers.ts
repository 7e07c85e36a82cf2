import {chatRefused, chatUnavailable} from '../core/ports/port-error.js';

/** The result of a host's calls to Mattermost: their answer, or `chat-refused` or `chat-unavailable`. */
export interface ChatAnswers {
  answered: <T>(call: Promise<T>) => Promise<T>;
  /** As `answered`, but what does not exist (404) is `undefined`. */
  answeredOrMissing: <T>(call: Promise<T>) => Promise<T | undefined>;
}

/** `statusOf`: the HTTP status of a refusal; undefined for anything else, such as a lost connection. */
export function createChatAnswers(statusOf: (error: unknown) => number | undefined): ChatAnswers {
  const fail = (error: unknown): never => {
    const status = statusOf(error) ?? 500;
    // "Too many requests" is not a refusal: later ones are accepted.
    const reject = status >= 400 && status < 500 && status !== 429 ? chatRefused : chatUnavailable;
    throw reject(error instanceof Error ? error.message : String(error), {cause: error});
  };
  return {
    answered: (call) => call.catch(fail),
    answeredOrMissing: (call) => call.catch((error) => (statusOf(error) === 404 ? undefined : fail(error))),
  };
}
