import {beforeEach, describe, expect, it} from '@jest/globals';
import type {Cards} from '../../../../server/core/ports/cards.js';
import {createCards} from '../../../../server/outbound/store/cards.js';
import {createFakeWorld, type FakeWorld} from '../../../support/fake-world.js';
import {passTimeUntil} from '../../../support/pass-time-until.js';
import {createSampleCard, OPENED_AT} from '../../../support/sample-card.js';

const NUMBER = '85512345678';
const DAY = 24 * 60 * 60 * 1000;

let world: FakeWorld;
let cards: Cards;
beforeEach(() => {
  world = createFakeWorld();
  cards = createCards(world);
});

describe('the cards of a meeting number', () => {
  it('are none when nobody started it from here', async () => {
    expect((await cards.ofNumber(NUMBER)).cards).toEqual([]);
  });

  it('are found by another process too, under one key without a scan', async () => {
    await cards.add(createSampleCard());
    expect(Object.keys(world.keyValue.rows())).toEqual([`meeting_${NUMBER}`]);
    expect((await createCards(world).ofNumber(NUMBER)).cards).toMatchObject([createSampleCard()]);
  });

  it('cost one write for the first one', async () => {
    await cards.add(createSampleCard());
    expect(world.keyValue.calls).toEqual([`compareAndSet meeting_${NUMBER}`]);
  });

  it('hold a card once, however often it is added', async () => {
    await cards.add(createSampleCard());
    await passTimeUntil(world.clock, cards.add(createSampleCard()));
    expect((await cards.ofNumber(NUMBER)).cards).toHaveLength(1);
  });

  it('stand side by side when a number is used again', async () => {
    await cards.add(createSampleCard());
    await passTimeUntil(world.clock, cards.add(createSampleCard({id: 'intent-2'})));
    expect((await cards.ofNumber(NUMBER)).cards.map(({id}) => id)).toEqual(['intent-1', 'intent-2']);
  });

  it('are at most twenty: the oldest that has ended goes first', async () => {
    await cards.add(createSampleCard({id: 'live'}));
    for (let index = 1; index <= 20; index++) {
      const ended = createSampleCard({id: `ended-${index}`, endedAt: OPENED_AT});
      await passTimeUntil(world.clock, cards.add(ended));
    }
    const kept = (await cards.ofNumber(NUMBER)).cards.map(({id}) => id);
    expect(kept).toHaveLength(20);
    expect(kept.slice(0, 2)).toEqual(['live', 'ended-2']);
  });

  it('are kept for 90 days after their last change', async () => {
    await cards.add(createSampleCard());
    world.clock.advance(89 * DAY);
    await (await cards.ofNumber(NUMBER)).update((card) => ({...card, endedAt: OPENED_AT}));
    world.clock.advance(89 * DAY);
    expect((await cards.ofNumber(NUMBER)).cards).toHaveLength(1);
    world.clock.advance(DAY);
    expect((await cards.ofNumber(NUMBER)).cards).toEqual([]);
  });
});

describe('a change of cards', () => {
  it('is not written when it changes nothing', async () => {
    await cards.add(createSampleCard());
    const before = world.keyValue.calls.length;
    await (await cards.ofNumber(NUMBER)).update((card) => card);
    expect(world.keyValue.calls.slice(before)).toEqual([`get meeting_${NUMBER}`]);
  });

  it('is applied again to what somebody else wrote meanwhile', async () => {
    await cards.add(createSampleCard());
    const [mine, theirs] = [await cards.ofNumber(NUMBER), await createCards(world).ofNumber(NUMBER)];
    await theirs.update((card) => ({...card, startedAt: OPENED_AT}));
    const updated = await passTimeUntil(
      world.clock,
      mine.update((card) => ({...card, endedAt: OPENED_AT + 1})),
    );
    expect(updated.cards).toMatchObject([createSampleCard({startedAt: OPENED_AT, endedAt: OPENED_AT + 1})]);
  });
});

describe("the official plugin's posts", () => {
  it.each([
    ['4444AAAiAAAAAiAiAiiAii==', 'post_meeting_4444AAAiAAAAAiAiAiiAii=='],
    ['/abc//d+e f$&:@', 'post_meeting_%2Fabc%2F%2Fd+e%20f$&:@'],
  ])('of the occurrence %s are found by their key as Go wrote it', async (uuid, key) => {
    await world.keyValue.put(key, 'post-1');
    expect(await cards.officialPostId(uuid)).toBe('post-1');
  });

  it('are none for an occurrence that it did not know', async () => {
    expect(await cards.officialPostId('unknown')).toBeUndefined();
  });
});
