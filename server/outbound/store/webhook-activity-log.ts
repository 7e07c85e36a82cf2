import {z} from 'zod';
import {mergeActivity, NO_ACTIVITY, type WebhookActivity} from '../../core/domain/webhook-activity.js';
import type {Logger} from '../../core/ports/logger.js';
import type {WebhookActivityLog} from '../../core/ports/webhook-activity-log.js';
import {jsonFormat} from './json-format.js';
import {createRow, type Row, type RowDeps} from './row.js';

/** The main path must not pay for this: in between, what is new waits in memory. */
const WRITE_EVERY_MS = 3 * 60_000;

const time = z.number().optional();
const format = jsonFormat<WebhookActivity>(
  z.object({
    acceptedAt: time,
    refusedAt: time,
    validatedAt: time,
    meetingAt: time,
    events: z.array(z.string()),
  }),
  NO_ACTIVITY,
);

interface ActivityDeps extends RowDeps {
  logger: Logger;
  /** Runs on beside the caller, and is waited for when the plugin stops. */
  inBackground: (work: Promise<void>) => void;
}

/** One small row that all nodes fold what they saw into. */
export function createWebhookActivityLog(deps: ActivityDeps): WebhookActivityLog {
  const {clock, logger} = deps;
  // Other nodes write it too: what was read minutes ago is worth nothing.
  const row = (): Row<WebhookActivity> => createRow(deps, 'webhook_activity', format);
  let seen = NO_ACTIVITY;
  let isWaiting = false;
  let nextAt = 0;

  const write = (): void => {
    isWaiting = false;
    nextAt = clock.now() + WRITE_EVERY_MS;
    const written = row()
      .update((stored) => mergeActivity(stored, seen))
      .catch((error: unknown) => {
        logger.warn('What arrived from Zoom could not be noted', {error: String(error)});
      });
    deps.inBackground(written.then(() => undefined));
  };

  return {
    note(news) {
      seen = mergeActivity(seen, news);
      if (isWaiting) return;
      const wait = nextAt - clock.now();
      if (wait <= 0) return write();
      isWaiting = true;
      clock.after(wait, write);
    },
    read: async () => mergeActivity(await row().known(), seen),
  };
}
