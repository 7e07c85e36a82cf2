import type {DeadJob} from '../core/domain/job.js';
import type {Clock} from '../core/ports/clock.js';
import type {Jobs} from '../core/ports/jobs.js';
import {isStoreError} from '../core/ports/port-error.js';
import type {LastHour, RecentWebhooks} from './webhooks/recent-webhooks.js';

/** How what Zoom tells comes through to the cards. `undefined`: the store did not tell. */
export interface Pipeline {
  webhooks: LastHour;
  /** Work whose time has come, and for how long the oldest has waited (ms). */
  due: {count: number; lateBy: number} | undefined;
  /** The newest of what was given up, newest first. */
  dead: readonly DeadJob[] | undefined;
}

export type ReadPipeline = () => Promise<Pipeline>;

interface ReadPipelineDeps {
  recentWebhooks: Pick<RecentWebhooks, 'lastHour'>;
  jobs: Pick<Jobs, 'due' | 'dead'>;
  clock: Pick<Clock, 'now'>;
}

export const createReadPipeline =
  ({recentWebhooks, jobs, clock}: ReadPipelineDeps): ReadPipeline =>
  async () => {
    const [due, dead] = await Promise.all([orUntold(jobs.due()), orUntold(jobs.dead())]);
    const now = clock.now();
    return {
      webhooks: recentWebhooks.lastHour(),
      due: due && {count: due.count, lateBy: now - (due.oldestAt ?? now)},
      dead,
    };
  };

async function orUntold<T>(question: Promise<T>): Promise<T | undefined> {
  try {
    return await question;
  } catch (error) {
    if (isStoreError(error)) return undefined;
    throw error;
  }
}
