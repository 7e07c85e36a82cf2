import {beforeEach, describe, expect, it} from '@jest/globals';
import * as z from 'zod';
import type {KeyRing} from '../../../../server/outbound/store/key-ring.js';
import {createParked, type Parked} from '../../../../server/outbound/store/parked.js';
import {ANA, BEN} from '../../../support/consents-under-test.js';
import {createFakeWorld, type FakeWorld} from '../../../support/fake-world.js';
import {passTimeUntil} from '../../../support/pass-time-until.js';
import {FIRST, ringOf, SECOND} from './grants-under-test.js';

const content = {code: 'canary-code'};
const contentSchema = z.object({code: z.string()});

let world: FakeWorld;
let parked: Parked<typeof content>;
/** As another process has them. */
const parkedOf = (
  keys = ringOf(FIRST),
  kind: 'parkedCode' | 'accountOffer' = 'parkedCode',
): Parked<typeof content> => createParked({...world, keys}, kind, contentSchema);
beforeEach(async () => {
  world = createFakeWorld();
  parked = parkedOf();
  await parked.put(ANA, 'canary-word', content);
});

const keyOf = (userId: string): string => `connect_code_${userId}`;
const rowOf = (userId = ANA): string => world.keyValue.rows()[keyOf(userId)] ?? '';
const change = (changes: object, userId = ANA): Promise<void> =>
  world.keyValue.put(keyOf(userId), JSON.stringify({...(JSON.parse(rowOf()) as object), ...changes}));

describe('What waits for its person', () => {
  it('is theirs for the right word, and nobody who reads the store knows it or the word', async () => {
    expect(rowOf()).not.toContain('canary');
    expect(await parked.take(ANA, 'canary-word')).toEqual(content);
  });

  it('is given once, on whatever node, and nothing of it is left', async () => {
    await parked.take(ANA, 'canary-word');
    expect(await parked.take(ANA, 'canary-word')).toBeUndefined();
    expect(await parkedOf().take(ANA, 'canary-word')).toBeUndefined();
    expect(JSON.parse(rowOf())).not.toHaveProperty('sealed');
  });

  it('is given to one of two who ask for it at the same moment', async () => {
    const both = Promise.all([parked.take(ANA, 'canary-word'), parkedOf().take(ANA, 'canary-word')]);
    const taken = await passTimeUntil(world.clock, both);
    expect(taken.filter((found) => found !== undefined)).toEqual([content]);
  });

  it('stays where it is when the word is wrong', async () => {
    const before = rowOf();
    expect(await parked.take(ANA, 'another-word')).toBeUndefined();
    expect(await parked.take(ANA, '')).toBeUndefined();
    expect(rowOf()).toBe(before);
    expect(await parked.take(ANA, 'canary-word')).toEqual(content);
  });

  it('is nobody else’s, even if they know the word', async () => {
    expect(await parked.take(BEN, 'canary-word')).toBeUndefined();
    expect(rowOf(BEN)).toBe('');
    expect(await parked.take(ANA, 'canary-word')).toEqual(content);
  });

  it('opens for nobody else when its row is moved to theirs', async () => {
    await change({}, BEN);
    expect(await parked.take(BEN, 'canary-word')).toBeUndefined();
  });

  it('opens as nothing else when its row is moved among other ones', async () => {
    await world.keyValue.put(`account_offer_${ANA}`, rowOf());
    expect(await parkedOf(ringOf(FIRST), 'accountOffer').take(ANA, 'canary-word')).toBeUndefined();
  });

  it('is good for five minutes, and no millisecond longer, though its row may still be there', async () => {
    const row = rowOf();
    world.clock.advance(300_000);
    await world.keyValue.put(keyOf(ANA), row);
    expect(await parkedOf().take(ANA, 'canary-word')).toEqual(content);
    world.clock.advance(1);
    await world.keyValue.put(keyOf(ANA), row);
    expect(await parkedOf().take(ANA, 'canary-word')).toBeUndefined();
  });

  it('gives way to what is put there after it', async () => {
    world.clock.advance(200_000);
    await parked.put(ANA, 'second-word', {code: 'second-code'});
    world.clock.advance(200_000);
    expect(await parked.take(ANA, 'canary-word')).toBeUndefined();
    expect(await parked.take(ANA, 'second-word')).toEqual({code: 'second-code'});
  });

  describe('while it is opened', () => {
    /** Something happens between the look at the row and its change. */
    const takeWhile = (happens: () => Promise<unknown>) => {
      const keys: KeyRing = {
        ...ringOf(FIRST),
        async open(sealed, place) {
          await happens();
          return ringOf(FIRST).open(sealed, place);
        },
      };
      return passTimeUntil(world.clock, parkedOf(keys).take(ANA, 'canary-word'));
    };

    it('gives way to what is put there, which stays', async () => {
      const put = () => parkedOf().put(ANA, 'second-word', {code: 'second-code'});
      expect(await takeWhile(put)).toBeUndefined();
      expect(await parkedOf().take(ANA, 'second-word')).toEqual({code: 'second-code'});
    });

    it('may come to its end, and does not come back', async () => {
      expect(await takeWhile(() => world.keyValue.delete(keyOf(ANA)))).toBeUndefined();
      expect(rowOf()).toBe('');
    });
  });

  it('may be put again once it was taken', async () => {
    await parked.take(ANA, 'canary-word');
    await parked.put(ANA, 'second-word', {code: 'second-code'});
    expect(await parked.take(ANA, 'second-word')).toEqual({code: 'second-code'});
  });

  it('keeps what a newer version has written beside it', async () => {
    await change({hint: 'newer'});
    const other = parkedOf();
    await other.take(ANA, 'canary-word');
    expect(JSON.parse(rowOf())).toMatchObject({hint: 'newer'});
    await other.put(ANA, 'second-word', content);
    expect(JSON.parse(rowOf())).toMatchObject({hint: 'newer'});
  });

  it('O-17 outlives a new key that knows the former one, and is nothing where that is lost', async () => {
    expect(await parkedOf(ringOf(SECOND, FIRST)).take(ANA, 'canary-word')).toEqual(content);
    await parked.put(ANA, 'second-word', content);
    expect(await parkedOf(ringOf(SECOND)).take(ANA, 'second-word')).toBeUndefined();
  });

  it.each([
    ['another version’s', JSON.stringify({zoom: 'code'})],
    ['no JSON', 'code'],
  ])('is nothing when its content is %s', async (_what, text) => {
    await change({sealed: await ringOf(FIRST).seal(text, {purpose: 'parkedCode/v1', record: ANA})});
    expect(await parkedOf().take(ANA, 'canary-word')).toBeUndefined();
  });
});
