import {createHash} from 'node:crypto';
import type {Leases} from '../../core/ports/leases.js';
import {hasCode} from '../../core/ports/port-error.js';
import {openRows} from './open-rows.js';
import type {RowDeps} from './row.js';
import {ROWS} from './rows.js';

/** A few reads and writes of the store. */
const LEASE_MS = 10_000;

/** Whose a Zoom user is. Everything rejects with a store error. */
export interface ZoomUsers {
  personOf(zoomUserId: string): Promise<string | undefined>;
  /** One at a time, on all nodes: whoever changes whose it is. */
  alone<T>(zoomUserId: string, work: () => Promise<T>): Promise<T>;
  /** Whoever it was until now. */
  assign(zoomUserId: string, userId: string): Promise<void>;
  /** It is nobody's, if it was this person's or nobody can read whose. */
  release(zoomUserId: string, userId: string): Promise<void>;
}

export function createZoomUsers(deps: RowDeps & {leases: Pick<Leases, 'hold'>}): ZoomUsers {
  const open = openRows(deps);
  const row = (zoomUserId: string) => open(ROWS.zoomUser, [digestOf(zoomUserId)]);
  const personOf = async (zoomUserId: string): Promise<string | undefined> =>
    (await row(zoomUserId).known())?.userId;
  /** A row that nobody can read must not keep its person from being forgotten. */
  const mayBeOf = (userId: string, zoomUserId: string): Promise<boolean> =>
    personOf(zoomUserId).then(
      (owner) => owner === userId,
      (error: unknown) => {
        if (hasCode(error, 'record-unreadable')) return true;
        throw error;
      },
    );
  return {
    personOf,
    alone: (zoomUserId, work) => deps.leases.hold(`claim_${digestOf(zoomUserId)}`, work, LEASE_MS),
    async assign(zoomUserId, userId) {
      await row(zoomUserId).update((stored) => ({...stored, userId}));
    },
    async release(zoomUserId, userId) {
      if (await mayBeOf(userId, zoomUserId)) await row(zoomUserId).remove();
    },
  };
}

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');
