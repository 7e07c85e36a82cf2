import type {RefusalReason} from '../../core/domain/webhook-activity.js';
import type {Clock} from '../../core/ports/clock.js';
import type {Logger} from '../../core/ports/logger.js';
import type {WebhookActivityLog} from '../../core/ports/webhook-activity-log.js';
import type {Tally} from '../../core/ports/tally.js';
import {createTally} from '../../lib/tally.js';

const MINUTE_MS = 60_000;

/**
 * Called for each webhook that is refused. Anybody can send many: it costs no wait, no write and no log line of its
 * own.
 */
export type Refuse = (reason: RefusalReason) => void;

interface RefuseDeps {
  lines: Tally<RefusalReason>;
  activity: Pick<WebhookActivityLog, 'refuse'>;
  clock: Pick<Clock, 'now'>;
  /** Names the secrets in force. */
  secrets: string;
}

export const createRefuse =
  ({lines, activity, clock, secrets}: RefuseDeps): Refuse =>
  (reason) => {
    lines(reason);
    activity.refuse(reason, {at: clock.now(), secrets});
  };

const TOLD: Readonly<Record<RefusalReason | 'both', string>> = {
  address:
    'Webhooks to a wrong address were refused. If they are Zoom’s, copy the webhook address into Zoom again',
  signature:
    'Webhooks were refused, because they were not signed with the Zoom Webhook Secret Token. Copy it from Zoom again',
  both: 'Webhooks were refused, some at a wrong address, some not signed with the Zoom Webhook Secret Token',
};

/** At most one line a minute, which says what was wrong and how many there were since the last line. */
export const createRefusalLines = ({clock, logger}: {clock: Clock; logger: Logger}): Tally<RefusalReason> =>
  createTally({
    clock,
    everyMs: MINUTE_MS,
    tell(counts) {
      const toWrongAddress = counts.get('address') ?? 0;
      const withWrongSignature = counts.get('signature') ?? 0;
      const reason = toWrongAddress === 0 ? 'signature' : withWrongSignature === 0 ? 'address' : 'both';
      logger.warn(TOLD[reason], {toWrongAddress, withWrongSignature});
    },
  });
