import type {ChatErrorCode} from '../core/ports/port-error.js';
import type {TextKey} from '../core/ports/texts.js';

/** What people read where Mattermost did not do what was needed: who can change it differs. */
export const CHAT_TROUBLE = {
  'chat-unavailable': 'start.chatUnavailable',
  'chat-refused': 'chat.refused',
  'bot-shut-out': 'chat.botShutOut',
} as const satisfies Record<ChatErrorCode, TextKey>;
