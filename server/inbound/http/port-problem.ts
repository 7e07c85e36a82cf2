import {hasCode, isChatError, isStoreError} from '../../core/ports/port-error.js';
import type {Translate} from '../../core/ports/texts.js';
import {CHAT_TROUBLE} from '../chat-trouble.js';
import type {ApiProblem} from './api-problem.js';

/** Another version may run by then. */
const UNREADABLE_SECONDS = 300;
const STORE_SECONDS = 30;

/** What is said while the store or Mattermost fails. `undefined`: nothing can be said that would help. */
export function portProblem(error: unknown, translate: Translate): ApiProblem | undefined {
  if (hasCode(error, 'record-unreadable')) {
    return {
      code: 'record_unreadable',
      message: translate('store.unreadable'),
      retryAfter: UNREADABLE_SECONDS,
    };
  }
  if (isStoreError(error)) {
    return {code: 'store_unavailable', message: translate('api.storeUnavailable'), retryAfter: STORE_SECONDS};
  }
  return isChatError(error)
    ? {code: 'chat_unavailable', message: translate(CHAT_TROUBLE[error.code])}
    : undefined;
}
