import type {ZoomProblem} from '../domain/zoom-problem.js';
import type {Grants} from '../ports/grants.js';
import {hasCode} from '../ports/port-error.js';
import type {Revocations} from '../ports/revocations.js';
import type {ZoomConsent} from '../ports/zoom-consent.js';

/**
 * done: Zoom has taken the consent back, or nothing is left to take back · not-now: Zoom did not say so. Rejects with a
 * store error.
 */
export type RevokeKept = (id: string, signal?: AbortSignal) => Promise<'done' | 'not-now'>;

interface RevokeKeptDeps {
  revocations: Pick<Revocations, 'find' | 'remove'>;
  grants: Pick<Grants, 'find' | 'personOf'>;
  /** `undefined`: the settings lead to no app that people consent to. */
  consent: Pick<ZoomConsent, 'revoke'> | undefined;
}

/** Tells Zoom of one consent that has ended here. It may be told twice. */
export const createRevokeKept =
  ({revocations, grants, consent}: RevokeKeptDeps): RevokeKept =>
  async (id, signal = new AbortController().signal) => {
    const kept = await revocations.find(id);
    if (kept !== undefined && !(await isInUse(grants, kept.zoomUserId))) {
      if (consent === undefined) return 'not-now';
      try {
        await consent.revoke(kept.tokens, signal);
      } catch (error) {
        if (!hasCode(error, 'zoom-trouble')) throw error;
        if (!isForgotten(error.details.problem)) return 'not-now';
      }
    }
    await revocations.remove(id);
    return 'done';
  };

/** Zoom has nothing to take back any more. That it does not know our app says nothing about that. */
const isForgotten = (problem: ZoomProblem): boolean =>
  problem.kind === 'unauthorized' &&
  (problem.because === 'revoked' || problem.because === 'owner-gone' || problem.because === 'disabled');

/** Zoom keeps one consent of each user: who has connected anew meanwhile would lose that. */
async function isInUse(grants: RevokeKeptDeps['grants'], zoomUserId: string): Promise<boolean> {
  // Nobody has asked whose it was.
  if (zoomUserId === '') return false;
  const userId = await grants.personOf(zoomUserId);
  const owners = [
    {kind: 'account'} as const,
    ...(userId === undefined ? [] : [{kind: 'person', userId} as const]),
  ];
  const states = await Promise.all(owners.map((owner) => grants.find(owner)));
  return states.some((state) => state.kind === 'good' && state.grant.identity.zoomUserId === zoomUserId);
}
