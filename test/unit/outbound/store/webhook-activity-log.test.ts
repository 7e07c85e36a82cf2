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

const of = (at: number, secrets = 'now') => ({at, secrets});
const WRITE_EVERY_MS = 3 * 60_000;

describe('The log of webhooks', () => {
  it('is known at once where it happened, and to other nodes once it is written', async () => {
    const [one, other] = [node(), node()];
    const news = {accepted: of(1), events: {'meeting.ended': of(1)}};
    one.note(news);
    expect(await one.read()).toMatchObject(news);
    await settled();
    expect(await other.read()).toMatchObject(news);
  });

  it('is written at most every three minutes, then with all that came meanwhile', async () => {
    const log = node();
    log.note({accepted: of(1)});
    await settled();
    for (let at = 2; at <= 1000; at++) {
      log.note({accepted: of(at)});
      log.refuse('address', of(at));
    }
    await settled();
    expect([written.length, stored()]).toEqual([1, expect.objectContaining({acceptedAt: 1})]);
    world.clock.advance(WRITE_EVERY_MS);
    await settled();
    expect(written.length).toBe(2);
    expect(stored()).toMatchObject({
      facts: {accepted: of(1000), refused: {address: {...of(1000), count: 999}}},
    });
    world.clock.advance(WRITE_EVERY_MS);
    expect(written.length).toBe(2);
  });

  it('is written at once with what is the first of its kind, which somebody may be waiting for', async () => {
    const [one, other] = [node(), node()];
    one.note({accepted: of(1), events: {'meeting.started': of(1)}});
    one.note({accepted: of(2), events: {'meeting.started': of(2)}});
    await settled();
    one.note({accepted: of(3), events: {'meeting.ended': of(3)}});
    one.note({accepted: of(4), events: {'meeting.ended': of(4)}});
    await settled();
    expect(written.length).toBe(2);
    expect(await other.read()).toMatchObject({events: {'meeting.started': of(2), 'meeting.ended': of(4)}});
  });

  it('writes nothing at once for events that nobody needs, however many come', async () => {
    const log = node();
    log.note({accepted: of(1)});
    for (let at = 2; at <= 100; at++)
      log.note({accepted: of(at), events: {'meeting.sharing_started': of(at)}});
    await settled();
    expect(written.length).toBe(1);
  });

  it('keeps what other nodes wrote, and adds up what each refused', async () => {
    const [one, other] = [node(), node()];
    one.note({validated: of(5)});
    one.refuse('signature', of(6));
    await settled();
    other.refuse('signature', of(4));
    await settled();
    world.clock.advance(WRITE_EVERY_MS);
    await settled();
    const known = await other.read();
    expect(known).toMatchObject({validated: of(5), refused: {signature: {...of(6), count: 2}}});
    expect(await one.read()).toEqual(known);
  });

  it('costs nobody anything when the store fails: one line, and the next write has it all', async () => {
    const log = node();
    world.keyValue.fail();
    log.refuse('address', of(1));
    await settled();
    expect(world.logger.lines).toMatchObject([{level: 'warn'}]);
    world.keyValue.mend();
    world.clock.advance(WRITE_EVERY_MS);
    log.note({accepted: of(2)});
    await settled();
    expect(stored()).toMatchObject({facts: {accepted: of(2), refused: {address: {...of(1), count: 1}}}});
  });
});

describe('The row of 3.0.0', () => {
  const older = {acceptedAt: 5, refusedAt: 2, validatedAt: 4, meetingAt: 3, events: ['meeting.ended']};
  beforeEach(async () => {
    await world.keyValue.put('webhook_activity', JSON.stringify(older));
  });

  it('is read, without a mark', async () => {
    expect(await node().read()).toEqual({
      accepted: {at: 5},
      validated: {at: 4},
      meetingAt: 3,
      events: {'meeting.ended': {at: 0}},
      refused: {signature: {at: 2, count: 1}},
    });
  });

  it('is marked once, with the secrets that the first process of this version begins with', async () => {
    const log = node();
    log.markUnmarked('now');
    log.markUnmarked('later');
    await settled();
    expect(await node().read()).toMatchObject({accepted: of(5), events: {'meeting.ended': of(0)}});
  });

  it('is what nodes of 3.0.0 still find, and what they write over it loses only the marks', async () => {
    const log = node();
    log.markUnmarked('now');
    await settled();
    log.note({accepted: of(9), events: {'meeting.started': of(9)}});
    await settled();
    const {facts: _unknownTo300, ...known} = stored() as Record<string, unknown>;
    expect(known).toMatchObject({...older, acceptedAt: 9, events: ['meeting.started', 'meeting.ended']});
    await world.keyValue.put('webhook_activity', JSON.stringify({...known, acceptedAt: 10}));
    expect(await node().read()).toMatchObject({accepted: {at: 10}, validated: {at: 4}});
  });
});
