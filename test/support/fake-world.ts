import {createCountingRandom} from './counting-random.js';
import {createFakeChat} from './fake-chat.js';
import {createFakeZoom} from './fake-zoom.js';
import {createManualClock} from './manual-clock.js';
import {createMemoryKeyValue} from './memory-key-value.js';
import {ana, ben} from './people.js';
import {createRecordingLogger} from './recording-logger.js';
import {channelId} from './sample-card.js';
import type {AuditRecord} from '../../server/core/ports/audit.js';
import {createMetrics} from '../../server/hosts/metrics/create-metrics.js';

/** All that is outside of the product: it outlives every process of the plugin. */
export type FakeWorld = ReturnType<typeof createFakeWorld>;

/** Ana and Ben, who are in one channel and in Zoom. */
export function createFakeWorld() {
  const clock = createManualClock();
  const chat = createFakeChat(clock);
  const zoom = createFakeZoom();
  chat.channels.set(channelId, {id: channelId, teamId: '', isArchived: false, isDirect: false});
  for (const user of [ana, ben]) {
    chat.users.set(user.id, user);
    chat.members.add(`${channelId} ${user.id}`);
    zoom.users.set(user.email, {
      id: `zoom-${user.username}`,
      email: user.email,
      status: 'active',
      accountId: 'acc-1',
    });
  }
  return {
    clock,
    chat,
    zoom,
    keyValue: createMemoryKeyValue(clock),
    logger: createRecordingLogger(),
    audits: [] as AuditRecord[],
    metrics: createMetrics('plugin'),
    random: createCountingRandom(),
  };
}
