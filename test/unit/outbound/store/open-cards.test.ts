import {beforeEach, describe, expect, it} from '@jest/globals';
import {applyEvent} from '../../../../server/core/domain/apply-event.js';
import {createCards} from '../../../../server/outbound/store/cards.js';
import {createOpenCards} from '../../../../server/outbound/store/open-cards.js';
import {watchedCards} from '../../../../server/outbound/store/watched-cards.js';
import {createFakeWorld, type FakeWorld} from '../../../support/fake-world.js';
import {ana} from '../../../support/people.js';
import {channelId, createSampleCard, OPENED_AT} from '../../../support/sample-card.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

let world: FakeWorld;
beforeEach(() => {
  world = createFakeWorld();
});

/** A process that follows cards. */
function startNode() {
  const writes: Promise<void>[] = [];
  const openCards = createOpenCards({...world, inBackground: (work) => void writes.push(work)});
  openCards.schedule.begin();
  return {
    openCards,
    cards: watchedCards(createCards(world), openCards.see),
    /** Until the row is written. */
    async passMinute() {
      world.clock.advance(MINUTE_MS);
      await Promise.all(writes);
    },
  };
}

const cardOf = (number: string, id = `card of ${number}`) =>
  createSampleCard({id, meeting: {...createSampleCard().meeting, number}});
const end = async ({cards}: Pick<ReturnType<typeof startNode>, 'cards'>, number: string): Promise<void> => {
  const at = OPENED_AT + 1;
  const event = {kind: 'ended', number, endedAt: at, receivedAt: at} as const;
  await (await cards.ofNumber(number)).update((card) => applyEvent(card, event));
};
const writes = (): number =>
  world.keyValue.calls.filter((call) => call === 'compareAndSet cards_open').length;

describe('The number of open cards', () => {
  it('is known at once where they were posted, and a minute later everywhere', async () => {
    const [one, other] = [startNode(), startNode()];
    for (const number of ['1', '2', '3']) await one.cards.add(cardOf(number));
    await end(one, '2');
    expect([await one.openCards.count(), await other.openCards.count()]).toEqual([2, 0]);
    await one.passMinute();
    expect([await one.openCards.count(), await other.openCards.count()]).toEqual([2, 2]);
  });

  it('is known for a minute, with what this node has seen meanwhile', async () => {
    const [one, other] = [startNode(), startNode()];
    await one.cards.add(cardOf('1'));
    await one.passMinute();
    const numbers = async (): Promise<string[]> =>
      (await other.openCards.listKnown()).map(({number}) => number);
    expect(await numbers()).toEqual(['1']);
    await one.cards.add(cardOf('2'));
    await one.passMinute();
    await other.cards.add(cardOf('3'));
    await end(other, '3');
    await other.cards.add(cardOf('4'));
    expect(await numbers()).toEqual(['1', '2', '4']);
    await one.cards.add(cardOf('5'));
    expect((await other.openCards.listKnown()).length).toBe(3);
  });

  it('comes with where each card is, of those that an earlier version wrote once somebody reads them', async () => {
    await world.keyValue.put('cards_open', JSON.stringify([{id: 'card of 1', openedAt: OPENED_AT}]));
    const [one, other] = [startNode(), startNode()];
    await createCards(world).add(cardOf('1'));
    expect([await one.openCards.count(), await one.openCards.list()]).toEqual([1, []]);
    await one.cards.ofNumber('1');
    const found = [{openedAt: OPENED_AT, number: '1', channelId, hostUserId: ana.id}];
    expect(await one.openCards.list()).toEqual(found);
    await one.passMinute();
    expect([await other.openCards.count(), await other.openCards.list()]).toEqual([1, found]);
  });

  it('falls when another node hears of the end', async () => {
    const [one, other] = [startNode(), startNode()];
    await one.cards.add(cardOf('1'));
    await one.passMinute();
    await end(other, '1');
    await other.passMinute();
    expect(await one.openCards.count()).toBe(0);
  });

  it('costs one write for all that happens in a minute, and none where nothing changes', async () => {
    const node = startNode();
    await Promise.all(['1', '2', '3'].map((number) => node.cards.add(cardOf(number))));
    await node.passMinute();
    await node.cards.ofNumber('1');
    await node.passMinute();
    expect(writes()).toBe(1);
    expect(world.clock.nextIn()).toBeUndefined();
  });

  it('leaves out a card whose post was deleted, and one that nobody has followed for thirty hours', async () => {
    const node = startNode();
    await node.cards.add({...cardOf('1'), postGone: true});
    await node.cards.add(cardOf('2'));
    expect(await node.openCards.count()).toBe(1);
    world.clock.advance(30 * HOUR_MS);
    expect(await node.openCards.count()).toBe(0);
  });

  it('is right again after a process died before it wrote: whoever reads the card tells of it', async () => {
    await startNode().cards.add(cardOf('1'));
    const heir = startNode();
    expect(await heir.openCards.count()).toBe(0);
    await heir.cards.ofNumber('1');
    expect(await heir.openCards.count()).toBe(1);
  });

  it('is written when the process ends', async () => {
    const writes: Promise<void>[] = [];
    const openCards = createOpenCards({...world, inBackground: (work) => void writes.push(work)});
    openCards.schedule.begin();
    openCards.see(cardOf('1'));
    openCards.schedule.end();
    await Promise.all(writes);
    expect([await startNode().openCards.count(), world.clock.nextIn()]).toEqual([1, undefined]);
  });

  it('R-05 is written once the store is back', async () => {
    const node = startNode();
    await node.cards.add(cardOf('1'));
    world.keyValue.fail();
    await node.passMinute();
    await expect(node.openCards.count()).rejects.toMatchObject({code: 'store-unavailable'});
    world.keyValue.mend();
    await node.passMinute();
    expect(await startNode().openCards.count()).toBe(1);
  });
});
