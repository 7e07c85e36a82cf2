import type {NotStarted} from '../describe-start.js';

/** What stays of a question when its answer has started no meeting. */
export const AFTER_FAILURE = {
  'already-started': 'nothing',
  duplicate: 'nothing',
  'which-meeting-id': 'nothing',
  'large-channel': 'nothing',
  'not-posted': 'nothing',
  'too-many': 'the question and the button',
  'zoom-trouble': 'the question and the button',
  'store-unavailable': 'the question and the button',
  'chat-unavailable': 'the question and the button',
  'chat-refused': 'the question and the button',
  'bot-shut-out': 'the question and the button',
  'no-access': 'the question',
  unseen: 'the question',
  archived: 'the question',
  'no-thread': 'the question',
  restricted: 'the question',
  refused: 'the question',
  'email-unconfirmed': 'the question',
  'not-in-zoom': 'the question and the button',
  'not-connected': 'the question and the button',
  'not-configured': 'the question',
  'record-unreadable': 'the question',
} as const satisfies Record<NotStarted['kind'], string>;
