import {
  addRefusals,
  markUnmarked,
  mergeFacts,
  NO_ACTIVITY,
  type RefusalsByReason,
  type WebhookActivity,
  type WebhookFacts,
} from '../../core/domain/webhook-activity.js';
import type {Logger} from '../../core/ports/logger.js';
import {hasCode} from '../../core/ports/port-error.js';
import type {WebhookActivityLog} from '../../core/ports/webhook-activity-log.js';
import {openRows} from './open-rows.js';
import type {RowDeps} from './row.js';
import {ROWS} from './rows.js';
import {readActivity, storedActivity} from './webhook-activity-record.js';

/**
 * The main path must not pay for this, so news waits in memory between writes. What is the first of its kind does not:
 * who sets the product up is looking at another node, or at `check`, for that very fact.
 */
const WRITE_EVERY_MS = 3 * 60_000;

interface ActivityDeps extends RowDeps {
  logger: Logger;
  /** Runs beside the caller. A stop of the plugin waits for it. */
  inBackground: (work: Promise<void>) => void;
}

/** One small row into which all nodes fold what they have seen. */
export function createWebhookActivityLog(deps: ActivityDeps): WebhookActivityLog {
  const open = openRows(deps);
  // Other nodes write it, too: what was read minutes ago is out of date.
  const row = () => open(ROWS.webhookActivity, []);
  let seen: WebhookFacts = NO_ACTIVITY;
  /** Not in the store yet. */
  let refused: RefusalsByReason = {};
  let isMarked = false;

  const update = async (
    change: (stored: WebhookActivity) => WebhookActivity | undefined,
  ): Promise<boolean> => {
    try {
      await row().update((stored) => {
        const next = change(readActivity(stored));
        return next && storedActivity(next, stored);
      });
      return true;
    } catch (error) {
      // That was told by the row itself.
      if (hasCode(error, 'record-unreadable')) return false;
      deps.logger.warn('What arrived from Zoom could not be noted', {error: String(error)});
      return false;
    }
  };
  const write = async (): Promise<void> => {
    const news = refused;
    refused = {};
    const isWritten = await update((stored) => ({
      ...mergeFacts(stored, seen),
      refused: addRefusals(stored.refused, news),
    }));
    if (!isWritten) refused = addRefusals(news, refused);
  };
  const writeSoon = atMostEvery(WRITE_EVERY_MS, deps.clock, () => deps.inBackground(write()));

  return {
    note(news) {
      const known = kindsOf(seen);
      seen = mergeFacts(seen, news);
      // Events that nobody needs are not kept, so that they are never the first.
      writeSoon(kindsOf(seen).some((kind) => !known.includes(kind)));
    },
    refuse(reason, fact) {
      refused = addRefusals(refused, {[reason]: {...fact, count: 1}});
      writeSoon(false);
    },
    markUnmarked(secrets) {
      if (isMarked) return;
      isMarked = true;
      const marked = update((stored) => markUnmarked(stored, secrets));
      deps.inBackground(marked.then(() => undefined));
    },
    async read() {
      const stored = readActivity(await row().known());
      return {...mergeFacts(stored, seen), refused: addRefusals(stored.refused, refused)};
    },
  };
}

/** What a fact is about: `accepted`, or the name of an event. */
const kindsOf = ({events = {}, ...others}: Partial<WebhookFacts>): readonly string[] =>
  Object.entries({...others, ...events}).flatMap(([kind, fact]) => (fact === undefined ? [] : [kind]));

/** Runs `task` at once. Asked again, it runs only after this much time has passed, unless it is urgent. */
function atMostEvery(ms: number, clock: RowDeps['clock'], task: () => void): (isUrgent: boolean) => void {
  let isWaiting = false;
  let nextAt = 0;
  const run = (): void => {
    isWaiting = false;
    nextAt = clock.now() + ms;
    task();
  };
  return (isUrgent) => {
    if (isUrgent) return run();
    if (isWaiting) return;
    const wait = nextAt - clock.now();
    if (wait <= 0) return run();
    isWaiting = true;
    clock.after(wait, run);
  };
}
