import type {Ended} from '../../core/domain/grant.js';
import type {Grants} from '../../core/ports/grants.js';

/** The same, and who lost their Zoom user to somebody else is told of. */
export const watchedGrants = (grants: Grants, superseded: (lost: Ended) => void): Grants => ({
  ...grants,
  async keep(grant, isGone) {
    const kept = await grants.keep(grant, isGone);
    if (kept.kind === 'kept' && kept.superseded !== undefined) superseded(kept.superseded);
    return kept;
  },
});
