import {createHash} from 'node:crypto';
import * as z from 'zod';
import {
  type Grant,
  GRANT_ENDS,
  type GrantEnd,
  type GrantOwner,
  type GrantState,
  ownerName,
  type ZoomTokens,
} from '../../core/domain/grant.js';
import {SecretText} from '../../core/domain/secret-text.js';
import type {Grants} from '../../core/ports/grants.js';
import {parseJson} from '../../lib/parse-json.js';
import type {KeyRing} from './key-ring.js';
import {openRows} from './open-rows.js';
import type {RowDeps} from './row.js';
import {ROWS, type StoredGrant} from './rows.js';

/** What nobody may read in the store: tokens, and the address in Zoom. */
const contentSchema = z.object({
  access: z.string(),
  refresh: z.string(),
  goodUntil: z.number(),
  scopes: z.array(z.string()).readonly(),
  email: z.string().optional(),
  accountId: z.string().optional(),
});

/** What the store offers beside the port, for what the official plugin left. */
export interface StoredGrants extends Grants {
  /**
   * Stores a grant where its owner has none, not even one that is over. It is superseded where its Zoom user is not
   * `whose` owner's, or somebody else is connected as that Zoom user: then nothing of it is stored but that it is over.
   */
  inherit(grant: Omit<Grant, 'revision'>, whose: string): Promise<'inherited' | 'superseded' | 'known'>;
}

export function createGrants(deps: RowDeps & {keys: KeyRing}): StoredGrants {
  const {keys} = deps;
  const open = openRows(deps);
  const rowOf = (owner: GrantOwner) => open(ROWS.grant, [ownerName(owner)]);
  const userRow = (zoomUserId: string) => open(ROWS.zoomUser, [digestOf(zoomUserId)]);
  const seal = (grant: Omit<Grant, 'revision'>): Promise<string> =>
    keys.seal(contentOf(grant), sealedFor(grant.owner, grant.identity.zoomUserId));

  const read = async (owner: GrantOwner, stored: StoredGrant | undefined): Promise<GrantState> => {
    if (stored === undefined) return {kind: 'none'};
    if (stored.sealed === undefined) return {kind: 'ended', because: endOf(stored.ended)};
    const opened = await keys.open(stored.sealed, sealedFor(owner, stored.zoomUserId));
    const content = opened && contentSchema.safeParse(parseJson(Buffer.from(opened.text))).data;
    if (content === undefined) return {kind: 'ended', because: 'key-lost'};
    const grant = grantOf(owner, stored, content);
    if (!opened?.isOld) return {kind: 'good', grant};
    // Nobody has to wait for it, and the next look does it otherwise.
    const renewed = await renew(grant, grant.tokens).catch(() => undefined);
    return {kind: 'good', grant: renewed ?? grant};
  };
  const find = async (owner: GrantOwner): Promise<GrantState> => read(owner, await rowOf(owner).known());

  const renew = async (grant: Grant, tokens: ZoomTokens): Promise<Grant | undefined> => {
    const next = {...grant, tokens, revision: grant.revision + 1};
    const sealed = await seal(next);
    let isRenewed = false;
    await rowOf(grant.owner).update((stored) => {
      isRenewed = isThat(stored, grant.revision);
      const {zoomUserId} = next.identity;
      return isRenewed && stored ? {...stored, sealed, zoomUserId, revision: next.revision} : undefined;
    });
    return isRenewed ? next : undefined;
  };

  /** A Zoom user who is claimed by somebody without a good grant is free. */
  const holds = async (userId: string, zoomUserId: string): Promise<boolean> => {
    const state = await find({kind: 'person', userId});
    return state.kind === 'good' && state.grant.identity.zoomUserId === zoomUserId;
  };
  const claim = async (
    userId: string,
    zoomUserId: string,
    isGone: (userId: string) => Promise<boolean>,
  ): Promise<string | undefined> => {
    const {value} = await userRow(zoomUserId).look();
    const former = value?.userId;
    const isTaken = former !== undefined && former !== userId && (await holds(former, zoomUserId));
    if (isTaken && !(await isGone(former))) return former;
    if (isTaken) await end({kind: 'person', userId: former}, 'superseded');
    const claimed = await userRow(zoomUserId).update((stored) =>
      stored === undefined || stored.userId === former ? {...stored, userId} : undefined,
    );
    return claimed?.userId === userId ? undefined : claimed?.userId;
  };
  const release = async (userId: string, zoomUserId: string): Promise<void> => {
    if ((await userRow(zoomUserId).known())?.userId === userId) await userRow(zoomUserId).remove();
  };

  const end = async (owner: GrantOwner, because: GrantEnd, revision?: number): Promise<boolean> => {
    let isEnded = false;
    await rowOf(owner).update((stored) => {
      isEnded = isThat(stored, revision ?? stored?.revision);
      if (!isEnded || stored === undefined) return undefined;
      const {sealed: _gone, ...rest} = stored;
      return {...rest, ended: because, revision: stored.revision + 1};
    });
    return isEnded;
  };

  return {
    find,
    renew,
    end,
    async keep(grant, isGone) {
      const {owner, identity} = grant;
      if (owner.kind === 'person') {
        const to = await claim(owner.userId, identity.zoomUserId, isGone);
        if (to !== undefined) return {kind: 'linked', to};
      }
      const sealed = await seal(grant);
      let former: string | undefined;
      await rowOf(owner).update((stored) => {
        former = stored?.zoomUserId;
        const {ended: _over, ...rest} = stored ?? {};
        const {by, since} = grant;
        return {
          ...rest,
          sealed,
          zoomUserId: identity.zoomUserId,
          by,
          since,
          revision: (stored?.revision ?? 0) + 1,
        };
      });
      if (owner.kind === 'person' && former !== undefined && former !== identity.zoomUserId) {
        await release(owner.userId, former);
      }
      return {kind: 'kept'};
    },
    async inherit(grant, whose) {
      const {owner, by, since, identity} = grant;
      const {zoomUserId} = identity;
      const isOthers =
        owner.kind === 'person' &&
        (whose !== owner.userId || (await claim(owner.userId, zoomUserId, async () => false)) !== undefined);
      const content = isOthers ? {ended: 'superseded'} : {sealed: await seal(grant)};
      let isFirst = false;
      await rowOf(owner).update((stored) => {
        isFirst = stored === undefined;
        return isFirst ? {...content, zoomUserId, by, since, revision: 1} : undefined;
      });
      if (!isFirst) return 'known';
      return isOthers ? 'superseded' : 'inherited';
    },
    async remove(owner) {
      // Somebody who wants to be forgotten is, even where nobody can read what there is.
      const stored = await rowOf(owner)
        .known()
        .catch(() => undefined);
      const state = await read(owner, stored);
      await rowOf(owner).remove();
      if (owner.kind === 'person' && stored !== undefined) await release(owner.userId, stored.zoomUserId);
      return state.kind === 'good' ? state.grant : undefined;
    },
    personOf: async (zoomUserId) => (await userRow(zoomUserId).known())?.userId,
  };
}

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');

const sealedFor = (owner: GrantOwner, zoomUserId: string) => ({
  purpose: 'tokens/v1',
  record: `${ownerName(owner)} ${zoomUserId}`,
});

const isThat = (stored: StoredGrant | undefined, revision: number | undefined): boolean =>
  stored?.sealed !== undefined && stored.revision === revision;

/** A newer version may know more reasons. */
const endOf = (ended: string | undefined): GrantEnd =>
  GRANT_ENDS.find((known) => known === ended) ?? 'revoked';

const contentOf = ({tokens, identity}: Omit<Grant, 'revision'>): string =>
  JSON.stringify({
    access: tokens.access.reveal(),
    refresh: tokens.refresh.reveal(),
    goodUntil: tokens.goodUntil,
    scopes: tokens.scopes,
    email: identity.email,
    accountId: identity.accountId,
  } satisfies z.input<typeof contentSchema>);

const grantOf = (
  owner: GrantOwner,
  {by, since, revision, zoomUserId}: StoredGrant,
  {access, refresh, goodUntil, scopes, email, accountId}: z.infer<typeof contentSchema>,
): Grant => ({
  owner,
  by,
  since,
  revision,
  identity: {zoomUserId, email, accountId},
  tokens: {access: new SecretText(access), refresh: new SecretText(refresh), goodUntil, scopes},
});
