import type {Application} from '../core/ports/application.js';
import type {Clock} from '../core/ports/clock.js';
import type {Jobs} from '../core/ports/jobs.js';
import type {Metrics} from '../core/ports/metrics.js';
import type {OpenCards} from '../core/ports/open-cards.js';
import {isStoreError} from '../core/ports/port-error.js';
import type {WebhookActivityLog} from '../core/ports/webhook-activity-log.js';
import {withDeadline} from '../lib/deadline.js';

/** Several may ask, each every few seconds, and each look costs the store a handful of reads. */
const LOOK_EVERY_MS = 10_000;
/** Whoever asks waits for 10 s; a store that does not answer must not hide all other numbers. */
const PATIENCE_MS = 2_000;

interface ReadMetricsDeps {
  metrics: Metrics;
  jobs: Pick<Jobs, 'due'>;
  openCards: Pick<OpenCards, 'count'>;
  activity: Pick<WebhookActivityLog, 'read'>;
  clock: Clock;
}

/** Most metrics are moved by what happens. Those that lie in the store are looked for when somebody asks. */
export function createReadMetrics({metrics, ...deps}: ReadMetricsDeps): Application['readMetrics'] {
  const {clock} = deps;
  let last: {at: number; looked: Promise<void>} | undefined;
  return async () => {
    if (last === undefined || clock.now() - last.at >= LOOK_EVERY_MS) {
      const looked = withDeadline(clock, PATIENCE_MS, ({orLate}) => orLate(find(deps), () => ({})));
      last = {at: clock.now(), looked: looked.then((found) => show(metrics, found, clock.now()))};
    }
    await last.looked;
    return metrics.read();
  };
}

interface Found {
  due?: Awaited<ReturnType<Jobs['due']>> | undefined;
  open?: number | undefined;
  /** Milliseconds since the epoch. */
  webhookAt?: number | undefined;
}

/** What the store does not tell is not shown. */
async function find({
  jobs,
  openCards,
  activity,
}: Pick<ReadMetricsDeps, 'jobs' | 'openCards' | 'activity'>): Promise<Found> {
  const [due, open, known] = await Promise.all([
    orUntold(jobs.due()),
    orUntold(openCards.count()),
    orUntold(activity.read()),
  ]);
  return {due, open, webhookAt: known?.accepted?.at};
}

function show(
  {jobsDue, jobsOldest, cardsOpen, webhookLast}: Metrics,
  {due, open, webhookAt}: Found,
  now: number,
): void {
  jobsDue.set(due?.count);
  jobsOldest.set(due && (now - (due.oldestAt ?? now)) / 1000);
  cardsOpen.set(open);
  webhookLast.set(webhookAt && Math.floor(webhookAt / 1000));
}

const orUntold = <T>(question: Promise<T>): Promise<T | undefined> =>
  question.catch((error: unknown) => {
    if (isStoreError(error)) return undefined;
    throw error;
  });
