import {ApiError} from '../../protocol/api-error.js';
import {createChatAnswers} from '../chat-answers.js';

/** Of calls of the plugin API. */
export const {answered, answeredOrMissing, uploaded} = createChatAnswers((error) =>
  error instanceof ApiError ? {status: error.status, id: error.id} : undefined,
);
