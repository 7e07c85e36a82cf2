import {beforeEach, describe, expect, it} from '@jest/globals';
import type {Intent} from '../../../../server/core/domain/intent.js';
import {INTENT_WINDOW, type Intents} from '../../../../server/core/ports/intents.js';
import {storeUnavailable} from '../../../../server/core/ports/port-error.js';
import {createIntents} from '../../../../server/outbound/store/intents.js';
import {createFakeWorld, type FakeWorld} from '../../../support/fake-world.js';
import {channelId, OPENED_AT} from '../../../support/sample-card.js';
import {intentOf} from '../../../support/sample-intent.js';

let world: FakeWorld;
beforeEach(() => {
  world = createFakeWorld();
});

/** From now on the store answers a write when it is told to. `isWritten` resolves when the write itself is done. */
function holdAnswers() {
  const write = world.keyValue.compareAndSet.bind(world.keyValue);
  const held = {give: (): void => undefined, lose: (): void => undefined};
  const isWritten = new Promise<void>((resolve) => {
    world.keyValue.compareAndSet = async (...args) => {
      const answer = await write(...args);
      return new Promise((give, lose) => {
        held.give = () => give(answer);
        held.lose = () => lose(storeUnavailable('The answer got lost'));
        resolve();
      });
    };
  });
  return {isWritten, give: () => held.give(), lose: () => held.lose()};
}

describe('an intent of a node that knows itself again', () => {
  const processOf = (node: string, life: string) => createIntents(world, {node, life});
  const open = async (process: Intents): Promise<Intent> => {
    await process.open(intentOf('one'));
    const [opened] = await process.all();
    return opened ?? intentOf('none');
  };

  it('is free at once for the next process of that node, and that one has it then', async () => {
    const opened = await open(processOf('node', 'first'));
    const next = processOf('node', 'second');
    expect(await next.hasLeft(channelId)).toBe(true);
    expect(next.freeAt(opened)).toBeLessThan(OPENED_AT);
    expect(await next.claim(opened, OPENED_AT)).toBe(true);
    expect(await next.claim(opened, OPENED_AT)).toBe(false);
  });

  it('is still left while the next process finishes it, and no more then', async () => {
    const opened = await open(processOf('node', 'first'));
    const next = processOf('node', 'second');
    await next.claim(opened, OPENED_AT);
    expect(await next.hasLeft(channelId)).toBe(true);
    await next.close(opened);
    expect(await next.hasLeft(channelId)).toBe(false);
  });

  it('is left, too, while the claim is written, which a read may see before the write is answered', async () => {
    const opened = await open(processOf('node', 'first'));
    const next = processOf('node', 'second');
    const answer = holdAnswers();
    const claim = next.claim(opened, OPENED_AT);
    await answer.isWritten;
    expect(await next.hasLeft(channelId)).toBe(true);
    answer.give();
    expect(await claim).toBe(true);
  });

  it('is left, too, where nobody knows whether the claim was written', async () => {
    const opened = await open(processOf('node', 'first'));
    const next = processOf('node', 'second');
    const answer = holdAnswers();
    const claim = next.claim(opened, OPENED_AT);
    await answer.isWritten;
    answer.lose();
    await expect(claim).rejects.toMatchObject({code: 'store-unavailable'});
    expect(await next.hasLeft(channelId)).toBe(true);
  });

  it.each([
    ['the process that works on it', {node: 'node', life: 'first'}],
    ['another node', {node: 'other', life: 'second'}],
    ['a node that does not know itself', undefined],
  ])('keeps its time for %s', async (_who, self) => {
    const opened = await open(processOf('node', 'first'));
    const process = createIntents(world, self);
    expect(await process.hasLeft(channelId)).toBe(false);
    expect(process.freeAt(opened)).toBe(OPENED_AT + INTENT_WINDOW);
    expect(await process.claim(opened, OPENED_AT)).toBe(false);
  });

  it('belongs to whoever has taken it on since, be it a node that does not know itself', async () => {
    const opened = await open(processOf('node', 'first'));
    const now = OPENED_AT + INTENT_WINDOW;
    expect(await createIntents(world).claim(opened, now)).toBe(true);
    const next = processOf('node', 'second');
    expect(await next.hasLeft(channelId)).toBe(false);
    expect(await next.claim(opened, now)).toBe(false);
  });

  it('is nothing left once its card is posted', async () => {
    const first = processOf('node', 'first');
    await first.markPosted(await open(first));
    expect(await processOf('node', 'second').hasLeft(channelId)).toBe(false);
  });
});
