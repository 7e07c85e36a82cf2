import type {Consenter} from '../domain/connect-attempt.js';
import type {GrantOwner} from '../domain/grant.js';
import type {Audit} from '../ports/audit.js';
import type {Grants} from '../ports/grants.js';
import type {GiveBack} from './give-back.js';

/**
 * Ends a connection here, whether or not Zoom can be told now. `email`: as whom they were connected. Rejects with a
 * store error.
 */
export type Disconnect = (by: {
  userId: string;
  consent: Consenter;
}) => Promise<{kind: 'disconnected'; email: string | undefined} | {kind: 'was-not'}>;

interface DisconnectDeps {
  grants: Pick<Grants, 'remove'>;
  giveBack: GiveBack;
  audit: Audit;
}

export const createDisconnect =
  ({grants, giveBack, audit}: DisconnectDeps): Disconnect =>
  async ({userId, consent}) => {
    const owner: GrantOwner = consent === 'account' ? {kind: 'account'} : {kind: 'person', userId};
    const grant = await grants.remove(owner);
    if (grant === undefined) return {kind: 'was-not'};
    audit({event: 'disconnect', userId, grant: owner.kind});
    await giveBack(grant);
    return {kind: 'disconnected', email: grant.identity.email};
  };
