import type {StreamPass} from '../../server/core/domain/stream-pass.js';
import {ana} from './people.js';

const DAY_MS = 24 * 60 * 60_000;

/** What a stream URL of Ana's stands for, which is good for a day. */
export const streamPassOf = (clock: {now(): number}, changes: Partial<StreamPass> = {}): StreamPass => ({
  id: 'p1',
  name: 'Main stage',
  number: '85512345678',
  kind: 'meeting',
  topic: 'Weekly planning',
  cardId: '',
  hostUserId: ana.id,
  zoomUserId: 'zoom-ana',
  madeBy: ana.id,
  madeAt: clock.now(),
  expiresAt: clock.now() + DAY_MS,
  ...changes,
});
