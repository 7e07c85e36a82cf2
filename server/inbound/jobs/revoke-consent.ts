import type {RevokeKept} from '../../core/usecases/revoke-kept.js';
import type {JobKind} from './job-kind.js';

const MINUTE_MS = 60_000;
const LONGEST_PAUSE_MS = 60 * MINUTE_MS;
/** What Zoom was not told in a week, its own user can still see and end there. */
const TRIED_FOR_MS = 7 * 24 * 60 * MINUTE_MS;

export interface RevokeConsentJobDeps {
  revokeKept: RevokeKept;
  clock: {now(): number};
}

/** A connection has ended here while Zoom could not be told. */
export const revokeConsentJob = ({revokeKept, clock}: RevokeConsentJobDeps): JobKind => ({
  name: 'revoke-consent',
  async run({about, since, tries}, signal) {
    if ((await revokeKept(about, signal)) === 'done') return 'done';
    if (clock.now() - since <= TRIED_FOR_MS) {
      return {again: Math.min(LONGEST_PAUSE_MS, MINUTE_MS * 2 ** tries)};
    }
    return {failed: 'Zoom was not told for a week that a connection has ended'};
  },
});
