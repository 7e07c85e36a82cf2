import {beforeEach, describe, expect, it} from '@jest/globals';
import type {GrantEnd} from '../../../../server/core/domain/grant.js';
import type {Grants} from '../../../../server/core/ports/grants.js';
import {ANA, BEN} from '../../../support/consents-under-test.js';
import {createFakeWorld, type FakeWorld} from '../../../support/fake-world.js';
import {passTimeUntil} from '../../../support/pass-time-until.js';
import {sampleGrant} from '../../../support/sample-grant.js';
import {connect, FIRST, goodOf, grantsOf, pair, ringOf, SECOND} from './grants-under-test.js';

const owner = {kind: 'person', userId: ANA} as const;
const account = {kind: 'account'} as const;
const nobodyIsGone = async () => false;

let world: FakeWorld;
let grants: Grants;
beforeEach(() => {
  world = createFakeWorld();
  grants = grantsOf(world);
});

const rowOf = (userId = ANA): string => world.keyValue.rows()[`grant_${userId}`] ?? '';
const leftOf = (): string => JSON.stringify(world.keyValue.rows());

describe('A grant', () => {
  it('is found as it was kept, and nobody can read its tokens or its address in the store', async () => {
    const kept = sampleGrant(ANA, 'zoom-ana');
    expect(await connect(grants)).toEqual({kind: 'kept', superseded: undefined});
    const {tokens, revision, ...rest} = await goodOf(grants);
    expect({...rest, revision}).toEqual({
      owner,
      by: ANA,
      since: kept.since,
      identity: kept.identity,
      revision: 1,
    });
    expect(tokens.access.reveal()).toBe(kept.tokens.access.reveal());
    expect(tokens.refresh.reveal()).toBe(kept.tokens.refresh.reveal());
    expect([tokens.goodUntil, tokens.scopes]).toEqual([kept.tokens.goodUntil, kept.tokens.scopes]);
    expect(leftOf()).not.toMatch(/access of|refresh of|example\.org|account-1/);
  });

  it('is none before, and of its owner alone', async () => {
    expect(await grants.find(owner)).toEqual({kind: 'none'});
    await connect(grants);
    expect(await grants.find({kind: 'person', userId: BEN})).toEqual({kind: 'none'});
    expect(await grants.find(account)).toEqual({kind: 'none'});
  });

  it('of the account is nobody’s own, whoever gave it', async () => {
    await grants.keep({...sampleGrant(ANA, 'zoom-ana'), owner: account}, nobodyIsGone);
    expect(await grants.find(account)).toMatchObject({kind: 'good', grant: {by: ANA, owner: account}});
    expect(await grants.find(owner)).toEqual({kind: 'none'});
    expect(await grants.personOf('zoom-ana')).toBeUndefined();
    expect(await grants.end(account, 'revoked')).toEqual({owner: account, by: ANA});
  });

  it('counts for nobody else when its row is moved to theirs', async () => {
    await connect(grants);
    await world.keyValue.put(`grant_${BEN}`, rowOf());
    expect(await grants.find({kind: 'person', userId: BEN})).toEqual({kind: 'ended', because: 'key-lost'});
  });

  it.each<[string, (row: string) => string, GrantEnd]>([
    ['cut in half', (row) => row.slice(0, row.length / 2), 'unreadable'],
    ['no JSON', () => 'zoom', 'unreadable'],
    ['with half of what was encrypted', (row) => row.replace(/\.[\w-]{20}/, '.'), 'key-lost'],
  ])('that is damaged (%s) is over, and stays until it is removed', async (_how, damage, because) => {
    await connect(grants);
    const damaged = damage(rowOf());
    await world.keyValue.put(`grant_${ANA}`, damaged);
    expect(await grants.find(owner)).toEqual({kind: 'ended', because});
    expect(rowOf()).toBe(damaged);
    expect(await grants.remove(owner)).toBeUndefined();
    expect(await connect(grants)).toMatchObject({kind: 'kept'});
    expect(await goodOf(grants)).toMatchObject({by: ANA});
  });

  it('that a newer version ended for a reason of its own is revoked', async () => {
    await connect(grants);
    await grants.end(owner, 'disabled');
    await world.keyValue.put(`grant_${ANA}`, rowOf().replace('disabled', 'retired'));
    expect(await grants.find(owner)).toEqual({kind: 'ended', because: 'revoked'});
  });
});

describe('A renewal', () => {
  it('counts for what it was made from', async () => {
    await connect(grants);
    const renewed = await grants.renew(await goodOf(grants), pair('second'));
    expect(renewed?.revision).toBe(2);
    expect((await goodOf(grants)).tokens.access.reveal()).toBe('second-access');
  });

  it.each<[string, () => Promise<unknown>]>([
    ['renewed', async () => grants.renew(await goodOf(grants), pair('other'))],
    ['ended', () => grants.end(owner, 'revoked')],
    ['removed', () => grants.remove(owner)],
    ['connected anew', () => connect(grants)],
    ['removed and connected anew', async () => [await grants.remove(owner), await connect(grants)]],
  ])('counts for nothing once the grant was %s', async (_what, change) => {
    await connect(grants);
    const before = await goodOf(grants);
    await change();
    const after = rowOf();
    expect(await grants.renew(before, pair('late'))).toBeUndefined();
    expect(rowOf()).toBe(after);
  });
});

describe('An end', () => {
  it('is told to one caller, and leaves nothing of the tokens or the Zoom user', async () => {
    await connect(grants);
    const both = Promise.all([grants.end(owner, 'revoked'), grantsOf(world).end(owner, 'revoked')]);
    const ends = await passTimeUntil(world.clock, both);
    expect(ends.filter((end) => end !== undefined)).toEqual([{owner, by: ANA}]);
    expect(await grants.find(owner)).toEqual({kind: 'ended', because: 'revoked'});
    expect(leftOf()).not.toMatch(/sealed|zoom-ana/);
    expect(await grants.personOf('zoom-ana')).toBeUndefined();
    expect(await grants.end(owner, 'removed')).toBeUndefined();
  });

  it('of one revision does nothing to another', async () => {
    await connect(grants);
    const {revision} = await goodOf(grants);
    expect(await grants.end(owner, 'revoked', revision + 1)).toBeUndefined();
    expect(await grants.end(owner, 'revoked', revision)).toEqual({owner, by: ANA});
  });

  it('is over when they connect anew', async () => {
    await connect(grants);
    await grants.end(owner, 'owner-gone');
    await connect(grants);
    expect((await goodOf(grants)).revision).toBe(3);
    expect(await grants.personOf('zoom-ana')).toBe(ANA);
  });
});

describe('The encryption key', () => {
  it('O-17 may be replaced: with the former one the grant is good, and encrypted anew at once', async () => {
    await connect(grants);
    const {revision} = await goodOf(grants);
    expect((await goodOf(grantsOf(world, ringOf(SECOND, FIRST)))).revision).toBe(revision);
    expect((await goodOf(grantsOf(world, ringOf(SECOND)))).tokens.access.reveal()).toBe('access of zoom-ana');
    expect(await grants.find(owner)).toEqual({kind: 'ended', because: 'key-lost'});
  });

  it('may be replaced during a refresh, which counts all the same', async () => {
    await connect(grants);
    const before = await goodOf(grants);
    await goodOf(grantsOf(world, ringOf(SECOND, FIRST)));
    expect(await grants.renew(before, pair('second'))).toMatchObject({revision: 2});
    expect((await goodOf(grantsOf(world, ringOf(SECOND, FIRST)))).tokens.access.reveal()).toBe(
      'second-access',
    );
  });

  it('O-17 may be lost: that is told once, and forgotten when the key is back', async () => {
    await connect(grants);
    const blind = grantsOf(world, ringOf(SECOND));
    expect(await blind.end(owner, 'key-lost')).toEqual({owner, by: ANA});
    expect(await blind.end(owner, 'key-lost')).toBeUndefined();
    expect(await blind.find(owner)).toEqual({kind: 'ended', because: 'key-lost'});
    const back = await goodOf(grants);
    expect(await grants.personOf('zoom-ana')).toBe(ANA);
    await grants.renew(back, pair('second'));
    expect(await blind.end(owner, 'key-lost')).toEqual({owner, by: ANA});
    expect(await blind.end(owner, 'removed')).toEqual({owner, by: ANA});
  });

  it('may be lost for good: who connects anew is connected', async () => {
    await connect(grants);
    grants = grantsOf(world, ringOf(SECOND));
    await connect(grants);
    expect((await goodOf(grants)).revision).toBe(2);
  });
});
