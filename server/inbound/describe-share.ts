import type {TextKey, Translate} from '../core/ports/texts.js';
import type {ShareOutcome} from '../core/usecases/share-link.js';
import {CHAT_TROUBLE} from './chat-trouble.js';
import {nextFullMinute} from './next-full-minute.js';

const TEXTS = {
  shared: 'share.done',
  'bad-link': 'share.badLink',
  'no-access': 'share.noAccess',
  unseen: 'start.unseen',
  archived: 'share.archived',
  'no-thread': 'start.noThread',
  restricted: 'share.restricted',
  refused: 'share.refused',
  // Where nobody's address counts, this does not come.
  'email-unconfirmed': 'share.refused',
  ...CHAT_TROUBLE,
} as const satisfies Record<Exclude<ShareOutcome['kind'], 'too-many' | 'large-channel'>, TextKey>;

/** What came of sharing a link, for the person alone. */
export function describeShare(outcome: ShareOutcome, translate: Translate): string {
  switch (outcome.kind) {
    case 'too-many':
      return translate('share.tooMany', {nextAt: nextFullMinute(outcome.nextAt)});
    case 'large-channel':
      return translate('start.largeChannel', {count: outcome.members});
    default:
      return translate(TEXTS[outcome.kind]);
  }
}
