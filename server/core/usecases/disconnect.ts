import type {Consenter} from '../domain/connect-attempt.js';
import type {GrantOwner, GrantState} from '../domain/grant.js';
import type {Audit} from '../ports/audit.js';
import type {Grants} from '../ports/grants.js';
import type {GiveBack} from './give-back.js';

/**
 * Ends a connection here, whether or not Zoom can be told now. `email`: as whom they were connected; deleted: nobody
 * could read what was stored, so nobody can tell Zoom. Rejects with a store error.
 */
export type Disconnect = (by: {
  userId: string;
  consent: Consenter;
}) => Promise<{kind: 'disconnected'; email: string | undefined} | {kind: 'deleted' | 'was-not'}>;

interface DisconnectDeps {
  grants: Pick<Grants, 'find' | 'remove'>;
  giveBack: GiveBack;
  audit: Audit;
}

export const createDisconnect =
  ({grants, giveBack, audit}: DisconnectDeps): Disconnect =>
  async ({userId, consent}) => {
    const owner: GrantOwner = consent === 'account' ? {kind: 'account'} : {kind: 'person', userId};
    const before = await grants.find(owner);
    const grant = await grants.remove(owner);
    if (grant === undefined && !isStored(before)) return {kind: 'was-not'};
    audit({event: 'disconnect', userId, grant: owner.kind});
    if (grant === undefined) return {kind: 'deleted'};
    await giveBack(grant);
    return {kind: 'disconnected', email: grant.identity.email};
  };

/** Tokens that nobody can read are good for nothing but to be deleted. */
const isStored = (state: GrantState): boolean =>
  state.kind === 'ended' && (state.because === 'key-lost' || state.because === 'unreadable');
