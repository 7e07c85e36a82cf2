import type {Sweep} from '../ports/sweep.js';
import type {Zoom, ZoomGrants} from '../ports/zoom.js';

interface NameAccountDeps {
  zoom: Zoom;
  consents: Pick<ZoomGrants, 'grants' | 'alone'>;
  newDeadline: () => AbortSignal;
}

const ACCOUNT = {kind: 'account'} as const;

/** Asks Zoom whose consent the account's is, where the official plugin left it: its row does not say. */
export const createNameAccount = ({
  zoom,
  consents: {grants, alone},
  newDeadline,
}: NameAccountDeps): Sweep => ({
  name: 'account',
  async step() {
    if (!(await isNameless(grants))) return 'done';
    const owner = await zoom.as({kind: 'server'}, newDeadline()).findUser();
    if (owner === undefined) return 'done';
    // A refresh that is under way would lose its tokens to this.
    await alone(ACCOUNT, async () => {
      const state = await grants.find(ACCOUNT);
      if (state.kind !== 'good' || state.grant.identity.zoomUserId !== '') return;
      const identity = {zoomUserId: owner.id, email: owner.email, accountId: owner.accountId};
      await grants.renew({...state.grant, identity}, state.grant.tokens);
    });
    return 'done';
  },
});

async function isNameless(grants: ZoomGrants['grants']): Promise<boolean> {
  const state = await grants.find(ACCOUNT);
  return state.kind === 'good' && state.grant.identity.zoomUserId === '';
}
