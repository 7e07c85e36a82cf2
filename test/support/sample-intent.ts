import type {Intent} from '../../server/core/domain/intent.js';
import {ana} from './people.js';
import {channelId, OPENED_AT} from './sample-card.js';

/** Ana's wish for a meeting in the channel, just written. */
export const intentOf = (id: string, changes: Partial<Intent> = {}): Intent => ({
  id,
  userId: ana.id,
  username: 'ana',
  name: 'Ana Silva',
  channelId,
  rootId: '',
  topic: 'Weekly planning',
  openedAt: OPENED_AT,
  claimedAt: OPENED_AT,
  ...changes,
});
