import {beforeEach, describe, expect, it} from '@jest/globals';
import {storeUnavailable} from '../../../../server/core/ports/port-error.js';
import {createGrantRows, type GrantRows} from '../../../../server/outbound/store/grant-rows.js';
import type {KeyRing} from '../../../../server/outbound/store/key-ring.js';
import {ANA} from '../../../support/consents-under-test.js';
import {createFakeWorld, type FakeWorld} from '../../../support/fake-world.js';
import {sampleGrant} from '../../../support/sample-grant.js';
import {FIRST, pair, ringOf, SECOND} from './grants-under-test.js';

const owner = {kind: 'person', userId: ANA} as const;
const key = `grant_${ANA}`;
const sample = sampleGrant(ANA, 'zoom-ana');

let world: FakeWorld;
let rows: GrantRows;
/** As another process has them. */
const rowsOf = (keys: KeyRing = ringOf(FIRST), keyValue: Partial<FakeWorld['keyValue']> = {}): GrantRows =>
  createGrantRows({...world, keyValue: {...world.keyValue, ...keyValue}, keys});
beforeEach(() => {
  world = createFakeWorld();
  rows = rowsOf();
});

const row = (): object => JSON.parse(world.keyValue.rows()[key] ?? '{}') as object;
const put = (changes: object): Promise<void> =>
  world.keyValue.put(key, JSON.stringify({...row(), ...changes}));
const goodOf = async (from: GrantRows) => {
  const state = await from.find(owner);
  if (state.kind !== 'good') throw new Error(`It is ${JSON.stringify(state)}`);
  return state.grant;
};

describe('The row of a grant', () => {
  it('keeps what a newer version has written beside it', async () => {
    await rows.store(sample);
    await put({hint: 'newer'});
    await rowsOf().store(sample);
    expect(row()).toMatchObject({hint: 'newer', revision: 2});
  });

  it('is over as unreadable where what was encrypted for it is not a grant', async () => {
    await rows.store(sample);
    const place = {purpose: 'tokens/v1', record: `${ANA} zoom-ana`};
    await put({sealed: await ringOf(FIRST).seal('{"access":"a"}', place)});
    expect(await rowsOf().find(owner)).toEqual({kind: 'ended', because: 'unreadable'});
  });

  it('O-14 is not taken for damaged while the store gives no answer', async () => {
    await rows.store(sample);
    world.keyValue.fail();
    await expect(rows.find(owner)).rejects.toMatchObject({code: 'store-unavailable'});
    await expect(rows.zoomUserOf(owner)).rejects.toMatchObject({code: 'store-unavailable'});
  });

  it('that is not there can be neither ended, renewed nor removed, and is nobody’s', async () => {
    expect(await rows.zoomUserOf(owner)).toBeUndefined();
    expect(await rows.end(owner, 'revoked')).toBeUndefined();
    expect(await rows.renew({...sample, revision: 1}, pair('second'))).toBeUndefined();
    expect(await rows.remove(owner)).toBeUndefined();
    expect(world.keyValue.rows()).toEqual({});
  });

  it('that has ended names no Zoom user any more, and no renewal brings it back', async () => {
    await rows.store(sample);
    await rows.end(owner, 'revoked');
    const over = {v: 1, zoomUserId: '', by: ANA, since: sample.since, revision: 2, ended: 'revoked'};
    expect(row()).toEqual(over);
    expect(await rows.renew({...sample, revision: 2}, pair('second'))).toBeUndefined();
    expect(row()).toEqual(over);
  });

  it('stays as it was removed when it is removed again', async () => {
    await rows.store(sample);
    await rows.remove(owner);
    const removed = row();
    await rows.remove(owner);
    expect(row()).toEqual(removed);
  });

  it('is not deleted where the store refuses to change it: it may be good', async () => {
    await rows.store(sample);
    const compareAndSet = () => Promise.reject(storeUnavailable('no'));
    await expect(rowsOf(ringOf(FIRST), {compareAndSet}).remove(owner)).rejects.toMatchObject({
      code: 'store-unavailable',
    });
    expect(await goodOf(rows)).toMatchObject({by: ANA});
  });
});

describe('A grant that is added', () => {
  it('is good where its owner had none', async () => {
    expect(await rows.add(sample, false)).toBe(true);
    expect(await goodOf(rows)).toMatchObject({by: ANA, since: sample.since, identity: sample.identity});
    expect(row()).toMatchObject({revision: 1, zoomUserId: 'zoom-ana'});
  });

  it('holds no tokens where it is superseded from the start', async () => {
    expect(await rows.add(sample, true)).toBe(true);
    expect(await rows.find(owner)).toEqual({kind: 'ended', because: 'superseded'});
    expect(row()).toEqual({
      v: 1,
      zoomUserId: '',
      ended: 'superseded',
      by: ANA,
      since: sample.since,
      revision: 1,
    });
  });

  it.each<[string, () => Promise<unknown>]>([
    ['is good', async () => undefined],
    ['is over', () => rows.end(owner, 'revoked')],
    ['was removed', () => rows.remove(owner)],
  ])('changes nothing where there is one that %s', async (_how, change) => {
    await rows.store(sample);
    await change();
    const before = row();
    expect(await rows.add(sampleGrant(ANA, 'zoom-other'), false)).toBe(false);
    expect(row()).toEqual(before);
  });
});

describe('A grant that was encrypted with a former key', () => {
  const rotated = ringOf(SECOND, FIRST);
  /** Something happens between the look at the row and its writing. */
  const meanwhile = (happens: () => Promise<unknown>): KeyRing => ({
    ...rotated,
    async seal(text, place) {
      await happens();
      return rotated.seal(text, place);
    },
  });
  beforeEach(() => rows.store(sample).then(() => undefined));
  const warnings = () => world.logger.lines.filter(({level}) => level === 'warn');

  it('O-17 does not come back over tokens that were renewed while it was encrypted anew', async () => {
    const before = await goodOf(rows);
    const busy = rowsOf(meanwhile(() => rowsOf(rotated).renew(before, pair('second'))));
    await goodOf(busy);
    expect((await goodOf(rowsOf(rotated))).tokens.access.reveal()).toBe('second-access');
    expect(warnings()).toEqual([]);
  });

  it('does not come back when it is gone meanwhile', async () => {
    await goodOf(rowsOf(meanwhile(() => world.keyValue.delete(key))));
    expect(world.keyValue.rows()).toEqual({});
    expect(warnings()).toEqual([]);
  });

  it('is good, though it could not be encrypted anew, and the log says so without its content', async () => {
    const keys = meanwhile(() => Promise.reject(new Error('no room')));
    expect(await goodOf(rowsOf(keys))).toMatchObject({by: ANA});
    expect(warnings()).toMatchObject([
      {
        message: 'A connection to Zoom is still encrypted with a former key',
        fields: {error: 'Error: no room'},
      },
    ]);
  });
});
