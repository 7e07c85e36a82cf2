import type {JobKindName} from '../domain/job-kinds.js';
import type {DeadJob, StoredJob} from '../domain/job.js';

/** What a job is about, and when it is due. */
export type JobWish = Pick<StoredJob, 'kind' | 'about' | 'dueAt'>;

/** A job that belongs to this process, for {@link JOB_LEASE_MS}. */
export interface Job extends StoredJob {
  /** Where it is stored; for the store alone. */
  bucket: number;
}

/** A process that takes a job and dies delays it by this much. Longer than any job may run. */
export const JOB_LEASE_MS = 60_000;

/**
 * Work that was put off and must not be lost: every node may do it, each job is done at least once, and never by two
 * at a time. Rejects with `store-unavailable` or `record-unreadable`.
 */
export interface Jobs {
  /** Stored when it resolves. */
  schedule(wish: JobWish): Promise<void>;
  /** Takes jobs (of these kinds) that are due and belong to nobody, a few of each; `[]`: there are none now. */
  takeDue(kinds?: readonly JobKindName[]): Promise<readonly Job[]>;
  /** How many there are whose time has come, whoever works at them, and when the first was due (ms since the epoch). */
  due(): Promise<{count: number; oldestAt: number | undefined}>;
  finish(job: Job): Promise<void>;
  /** It comes back then (ms since the epoch). `failures`: in a row, this run included. */
  putOff(job: Job, until: number, failures?: number): Promise<void>;
  /** It is given up. */
  bury(job: Job, reason: string): Promise<void>;
  /** The newest of those that were given up, newest first. */
  dead(): Promise<readonly DeadJob[]>;
}
