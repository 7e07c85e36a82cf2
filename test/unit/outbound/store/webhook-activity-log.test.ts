import {beforeEach, describe, expect, it} from '@jest/globals';
import {createWebhookActivityLog} from '../../../../server/outbound/store/webhook-activity-log.js';
import {createFakeWorld, type FakeWorld} from '../../../support/fake-world.js';

let world: FakeWorld;
let written: Promise<void>[];
const node = () => createWebhookActivityLog({...world, inBackground: (work) => void written.push(work)});
const stored = (): unknown => JSON.parse(world.keyValue.rows()['webhook_activity'] ?? 'null');
const settled = () => Promise.all(written);

beforeEach(() => {
  world = createFakeWorld();
  written = [];
});

describe('The log of webhooks', () => {
  it('is known at once where it happened, and to other nodes once it is written', async () => {
    const [one, other] = [node(), node()];
    one.note({acceptedAt: 1, events: ['meeting.ended']});
    expect(await one.read()).toMatchObject({acceptedAt: 1, events: ['meeting.ended']});
    await settled();
    expect(await other.read()).toMatchObject({acceptedAt: 1, events: ['meeting.ended']});
  });

  it('is written at most every three minutes, then with all that came meanwhile', async () => {
    const log = node();
    log.note({acceptedAt: 1});
    await settled();
    for (let at = 2; at <= 1000; at++) log.note({acceptedAt: at});
    await settled();
    expect([written.length, stored()]).toEqual([1, expect.objectContaining({acceptedAt: 1})]);
    world.clock.advance(3 * 60_000);
    await settled();
    expect([written.length, stored()]).toEqual([2, expect.objectContaining({acceptedAt: 1000})]);
    world.clock.advance(3 * 60_000);
    expect(written.length).toBe(2);
  });

  it('keeps what other nodes wrote', async () => {
    node().note({validatedAt: 5});
    await settled();
    node().note({acceptedAt: 3});
    await settled();
    expect(stored()).toMatchObject({validatedAt: 5, acceptedAt: 3});
  });

  it('costs nobody anything when the store fails: one line, and the next write has it all', async () => {
    const log = node();
    world.keyValue.fail();
    log.note({refusedAt: 1});
    await settled();
    expect(world.logger.lines).toMatchObject([{level: 'warn'}]);
    world.keyValue.mend();
    world.clock.advance(3 * 60_000);
    log.note({acceptedAt: 2});
    await settled();
    expect(stored()).toMatchObject({refusedAt: 1, acceptedAt: 2});
  });
});
