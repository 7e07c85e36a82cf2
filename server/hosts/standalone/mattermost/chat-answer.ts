import {createChatAnswers} from '../../chat-answers.js';
import {RestError} from './rest-error.js';
import {isChatError} from '../../../core/ports/port-error.js';

/** Of calls of the REST API. */
export const {answered, answeredOrMissing, uploaded} = createChatAnswers((error) =>
  error instanceof RestError ? error : undefined,
);

/** 'forbidden': the bot may not see it (403), which says nothing about what is there. */
export async function unlessForbidden<T>(answer: Promise<T>): Promise<T | 'forbidden'> {
  try {
    return await answer;
  } catch (error) {
    if (isChatError(error) && statusOf(error) === 403) return 'forbidden';
    throw error;
  }
}

/** Of Mattermost's answer; `undefined`: there was none. */
const statusOf = ({cause}: Error): number | undefined =>
  cause instanceof RestError ? cause.status : undefined;
