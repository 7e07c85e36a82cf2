import {beforeEach, describe, expect, it} from '@jest/globals';
import type {Stay} from '../../../../server/core/domain/people/stay.js';
import {chatUnavailable} from '../../../../server/core/ports/port-error.js';
import {createFakeWorld, type FakeWorld} from '../../../support/fake-world.js';
import {createHeardEvent} from '../../../support/heard-event.js';
import {passTimeUntil} from '../../../support/pass-time-until.js';
import {ana, ben} from '../../../support/people.js';
import {startPluginProcess} from '../../../support/plugin-process.js';

const SECOND = 1_000;

let world: FakeWorld;
let plugin: ReturnType<typeof startPluginProcess>;
let number: string;
beforeEach(async () => {
  world = createFakeWorld();
  plugin = startPluginProcess(world);
  await plugin.start(ana.id);
  number = world.zoom.meetings[0]?.number ?? '';
  // The host is told of arrivals, which is another matter.
  await world.chat.setPreference(ana.id, 'arrivals', 'off');
});

const event = (changes: Parameters<typeof createHeardEvent>[2] = {}) =>
  createHeardEvent(number, world.clock.now(), changes);
const fromBen = {stayId: '7', zoomUserId: 'zoom-ben', name: 'ben 📱', address: ben.email};
const stays = async (): Promise<readonly Stay[]> =>
  (await startPluginProcess(world).cards.ofNumber(number)).cards[0]?.stays ?? [];
/** What the store was asked since `from`. */
const storeCalls = (from: number): unknown[] =>
  world.keyValue.calls.slice(from).map((call) => call.split(' ')[0]);

describe('what Zoom tells of a participant', () => {
  it('is on record before the answer, with who they are here and without their address', async () => {
    expect(await plugin.hear(event({who: fromBen}))).toEqual({kind: 'recorded'});
    expect(await stays()).toMatchObject([{id: '7', userId: ben.id, name: 'Ben', zoomUserId: 'zoom-ben'}]);
    expect(JSON.stringify(await stays())).not.toContain('@');
  });

  it('costs one read where nobody started the meeting from here, and no question to Mattermost', async () => {
    // As recovery looks at all starts when a process begins.
    await plugin.intents.all();
    const [reads, questions] = [world.keyValue.calls.length, world.chat.calls.length];
    const elsewhere = event({who: fromBen, number: '99999999999', uuid: 'elsewhere'});
    expect(await plugin.hear(elsewhere)).toEqual({kind: 'unknown-meeting'});
    expect([storeCalls(reads), world.chat.calls.length - questions]).toEqual([['get'], 0]);
  });

  it('of an occurrence before the card was opened is none of its matters', async () => {
    const before = event({uuid: 'an earlier one', at: world.clock.now() - 60 * SECOND});
    expect(await plugin.hear(before)).toEqual({kind: 'unknown-meeting'});
    expect(await stays()).toEqual([]);
  });

  it('is recorded without Mattermost, and recognised with the next that is heard of them', async () => {
    world.chat.faults.set('userByEmail', () => chatUnavailable('no answer'));
    expect(await plugin.hear(event({who: fromBen}))).toEqual({kind: 'recorded'});
    expect(await stays()).toMatchObject([{name: 'ben 📱'}]);
    world.chat.faults.clear();
    world.clock.advance(SECOND);
    await plugin.hear(event({who: fromBen, kind: 'left'}));
    expect(await stays()).toMatchObject([{name: 'Ben', userId: ben.id}]);
  });

  it('is recorded within the time that Zoom waits, however long Mattermost thinks', async () => {
    world.chat.userByEmail = () => new Promise(() => undefined);
    const from = world.clock.now();
    expect(await passTimeUntil(world.clock, plugin.hear(event({who: fromBen})))).toEqual({kind: 'recorded'});
    expect(world.clock.now() - from).toBe(SECOND);
  });

  it('rejects while the store fails, and is recorded when it is sent again', async () => {
    world.keyValue.fail();
    await expect(plugin.hear(event())).rejects.toMatchObject({code: 'store-unavailable'});
    world.keyValue.mend();
    expect(await plugin.hear(event())).toEqual({kind: 'recorded'});
    expect(await stays()).toHaveLength(1);
  });

  it('W-02 on two nodes side by side, repeated, is one stay', async () => {
    const other = startPluginProcess(world);
    const told = [event(), event(), event(), event()];
    const heard = told.map((each, index) => (index % 2 ? plugin : other).hear(each));
    await passTimeUntil(world.clock, Promise.all(heard));
    expect(await stays()).toHaveLength(1);
  });
});
