import type {ZoomIdentity, ZoomTokens} from '../domain/grant.js';
import type {Clock} from '../ports/clock.js';
import type {Jobs} from '../ports/jobs.js';
import type {Revocations} from '../ports/revocations.js';
import type {RevokeKept} from './revoke-kept.js';

/** Consents in Zoom that are nobody's any more are taken back there. Rejects with a store error. */
export type GiveBack = (grant: {
  identity: Pick<ZoomIdentity, 'zoomUserId'>;
  tokens: ZoomTokens;
}) => Promise<void>;

interface GiveBackDeps {
  revocations: Pick<Revocations, 'keep'>;
  jobs: Pick<Jobs, 'schedule'>;
  revokeKept: RevokeKept;
  clock: Pick<Clock, 'now'>;
  newId: () => string;
  /** Runs on beside the caller. It does not reject. */
  inBackground: (work: Promise<unknown>) => void;
}

/** Until then the first try, which begins at once, has come to an end. */
const AGAIN_AFTER_MS = 60_000;

/** Written down first, so that a Zoom that is not there, or an end of this process, only puts it off. */
export const createGiveBack =
  ({revocations, jobs, revokeKept, clock, newId, inBackground}: GiveBackDeps): GiveBack =>
  async ({identity: {zoomUserId}, tokens}) => {
    const id = newId();
    await revocations.keep(id, {zoomUserId, tokens});
    await jobs.schedule({kind: 'revoke-consent', about: id, dueAt: clock.now() + AGAIN_AFTER_MS});
    inBackground(revokeKept(id).catch(() => undefined));
  };
