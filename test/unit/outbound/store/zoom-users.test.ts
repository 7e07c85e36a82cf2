import {createHash} from 'node:crypto';
import {beforeEach, describe, expect, it} from '@jest/globals';
import type {Grants} from '../../../../server/core/ports/grants.js';
import {storeUnavailable} from '../../../../server/core/ports/port-error.js';
import {createLeases} from '../../../../server/outbound/store/leases.js';
import {createZoomUsers} from '../../../../server/outbound/store/zoom-users.js';
import {ANA, BEN, plainKeys} from '../../../support/consents-under-test.js';
import {createFakeWorld, type FakeWorld} from '../../../support/fake-world.js';
import {passTimeUntil} from '../../../support/pass-time-until.js';
import {sampleGrant} from '../../../support/sample-grant.js';
import {connect, goodOf, grantsOf, pair, ringOf, SECOND} from './grants-under-test.js';

const owner = {kind: 'person', userId: ANA} as const;

let world: FakeWorld;
let grants: Grants;
beforeEach(() => {
  world = createFakeWorld();
  grants = grantsOf(world);
});

const rowOf = (userId = ANA): string => world.keyValue.rows()[`grant_${userId}`] ?? '';

describe('A Zoom user', () => {
  it('O-10 is linked to one person: another one is told whose it is, and nothing changes', async () => {
    await connect(grants);
    const before = rowOf();
    expect(await connect(grants, BEN)).toEqual({kind: 'linked', to: ANA});
    expect(await grants.personOf('zoom-ana')).toBe(ANA);
    expect([rowOf(), rowOf(BEN)]).toEqual([before, '']);
  });

  it('may be taken from somebody who is gone, whose grant is superseded', async () => {
    await connect(grants);
    const isGone = async (userId: string) => userId === ANA;
    expect(await grants.keep(sampleGrant(BEN, 'zoom-ana'), isGone)).toEqual({
      kind: 'kept',
      superseded: {owner, by: ANA},
    });
    expect(await grants.personOf('zoom-ana')).toBe(BEN);
    expect(await grants.find(owner)).toEqual({kind: 'ended', because: 'superseded'});
  });

  it.each<[string, () => Promise<unknown>]>([
    ['ended', () => grants.end(owner, 'revoked')],
    ['was removed', () => grants.remove(owner)],
    ['is of another Zoom user now', () => connect(grants, ANA, 'zoom-anna')],
    ['cannot be decrypted any more', async () => (grants = grantsOf(world, ringOf(SECOND)))],
  ])('is free when the grant of its person %s', async (_how, change) => {
    await connect(grants);
    await change();
    expect(await connect(grants, BEN)).toMatchObject({kind: 'kept'});
    expect(await grants.personOf('zoom-ana')).toBe(BEN);
  });

  it('O-10 is one person’s when two claim it at the same moment', async () => {
    const [one, other] = [grantsOf(world, plainKeys), grantsOf(world, plainKeys)];
    const both = Promise.all([connect(one), connect(other, BEN)]);
    const [first, second] = await passTimeUntil(world.clock, both);
    expect([first.kind, second.kind].sort()).toEqual(['kept', 'linked']);
    const winner = first.kind === 'kept' ? ANA : BEN;
    expect(await grants.personOf('zoom-ana')).toBe(winner);
    expect(await goodOf(one, winner)).toMatchObject({identity: {zoomUserId: 'zoom-ana'}});
  });

  it('is free again, though its row could not be deleted', async () => {
    await connect(grants);
    const stuck = grantsOf({
      ...world,
      keyValue: {...world.keyValue, delete: () => Promise.reject(new Error('no'))},
    });
    expect(await stuck.end(owner, 'revoked')).toEqual({owner, by: ANA});
    expect(await connect(grants, BEN)).toMatchObject({kind: 'kept'});
  });
});

describe('Whose a Zoom user is', () => {
  const users = () => createZoomUsers({...world, leases: createLeases(world)});

  it('is found by the digest of their id: each has a row, which does not name them', async () => {
    await users().assign('zoom-ana', ANA);
    await users().assign('zoom-ben', BEN);
    expect(await Promise.all(['zoom-ana', 'zoom-ben'].map((id) => users().personOf(id)))).toEqual([ANA, BEN]);
    const digests = ['zoom-ana', 'zoom-ben'].map((id) => createHash('sha256').update(id).digest('hex'));
    expect(Object.keys(world.keyValue.rows())).toEqual(digests.map((digest) => `zoom_user_${digest}`));
  });

  it('is changed by one after the other, without waiting for what is done with another Zoom user', async () => {
    const began = world.clock.now();
    const nested = users().alone('zoom-ana', () => users().alone('zoom-ben', async () => 'done'));
    expect(await passTimeUntil(world.clock, nested)).toBe('done');
    expect(world.clock.now()).toBe(began);
  });

  it('O-10 is given up by themselves alone', async () => {
    await users().assign('zoom-ana', ANA);
    await users().release('zoom-ana', BEN);
    expect(await users().personOf('zoom-ana')).toBe(ANA);
    await users().release('zoom-ana', ANA);
    expect(await users().personOf('zoom-ana')).toBeUndefined();
  });

  it('O-10 is not given up while the store does not tell whose it is', async () => {
    await users().assign('zoom-ana', ANA);
    const keyValue = {...world.keyValue, get: () => Promise.reject(storeUnavailable('no'))};
    const blind = createZoomUsers({...world, keyValue, leases: createLeases(world)});
    await expect(blind.release('zoom-ana', ANA)).rejects.toMatchObject({code: 'store-unavailable'});
    expect(await users().personOf('zoom-ana')).toBe(ANA);
  });

  it('keeps what a newer version has written beside it', async () => {
    await users().assign('zoom-ana', ANA);
    const [[key = '', row = ''] = []] = Object.entries(world.keyValue.rows());
    await world.keyValue.put(key, row.replace('{', '{"hint":"newer",'));
    await users().assign('zoom-ana', BEN);
    expect(JSON.parse(world.keyValue.rows()[key] ?? '')).toMatchObject({hint: 'newer', userId: BEN});
  });
});

describe('Removing a grant', () => {
  it('resolves to what was good, once, and leaves nothing but a number for an hour', async () => {
    await connect(grants);
    expect((await grants.remove(owner))?.tokens.refresh.reveal()).toBe('refresh of zoom-ana');
    expect(await grants.find(owner)).toEqual({kind: 'none'});
    expect(await grants.personOf('zoom-ana')).toBeUndefined();
    expect(JSON.parse(rowOf())).toEqual({v: 1, zoomUserId: '', by: '', since: 0, revision: 2});
    expect(await grants.remove(owner)).toBeUndefined();
    world.clock.advance(3_600_000);
    expect(await world.keyValue.get(`grant_${ANA}`)).toBeUndefined();
  });

  it('succeeds where nobody can read whose the Zoom user is, which is free then', async () => {
    await connect(grants);
    const [key = ''] = Object.keys(world.keyValue.rows()).filter((name) => name.startsWith('zoom_user_'));
    await world.keyValue.put(key, '{"v":1,"user');
    expect((await grants.remove(owner))?.by).toBe(ANA);
    expect(await grants.find(owner)).toEqual({kind: 'none'});
    expect(await connect(grants, BEN)).toMatchObject({kind: 'kept'});
  });

  it('forgets one that is over, of which there is nothing to revoke', async () => {
    await connect(grants);
    await grants.end(owner, 'revoked');
    expect(await grants.remove(owner)).toBeUndefined();
    expect(await grants.find(owner)).toEqual({kind: 'none'});
  });

  it('O-18 resolves to the newest tokens when it crosses with a refresh', async () => {
    await connect(grants);
    const before = await goodOf(grants);
    const [removed, renewed] = await Promise.all([
      grants.remove(owner),
      grants.renew(before, pair('second')),
    ]);
    const isLate = renewed === undefined;
    expect(removed?.tokens.access.reveal()).toBe(isLate ? 'access of zoom-ana' : 'second-access');
    expect(await grants.find(owner)).toEqual({kind: 'none'});
  });

  it('is refused by a store that is out of order, and then nothing is lost', async () => {
    await connect(grants);
    world.keyValue.fail();
    await expect(grants.remove(owner)).rejects.toMatchObject({code: 'store-unavailable'});
    world.keyValue.mend();
    expect(await goodOf(grants)).toMatchObject({by: ANA});
  });
});
