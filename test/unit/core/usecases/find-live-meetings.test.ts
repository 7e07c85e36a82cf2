import {beforeEach, describe, expect, it} from '@jest/globals';
import type {Whereabouts} from '../../../../server/core/domain/events.js';
import {createFindLiveMeetings} from '../../../../server/core/usecases/find-live-meetings.js';
import {createIntents} from '../../../../server/outbound/store/intents.js';
import {createFakeWorld, type FakeWorld} from '../../../support/fake-world.js';
import {mattermostId} from '../../../support/mattermost-id.js';
import {passTimeUntil} from '../../../support/pass-time-until.js';
import {ana, ben} from '../../../support/people.js';
import {startPluginProcess} from '../../../support/plugin-process.js';
import {channelId} from '../../../support/sample-card.js';

let world: FakeWorld;
let plugin: ReturnType<typeof startPluginProcess>;
/** What the row of open cards says. */
let open: {openedAt: number; number: string; channelId: string}[];
const {signal} = new AbortController();
beforeEach(() => {
  world = createFakeWorld();
  plugin = startPluginProcess(world);
  open = [];
});

const find = async (userId = ben.id, until: AbortSignal = signal) => {
  // Another node, which has seen nothing yet.
  const findLive = createFindLiveMeetings({
    cards: plugin.cards,
    intents: createIntents(world),
    openCards: {list: async () => open},
    chat: world.chat,
  });
  const {meetings, isMore} = await findLive({userId, signal: until});
  return {
    isMore,
    told: meetings.map(({card: {topic}, channelName, people}) => ({topic, channelName, people})),
  };
};
const start = async (topic: string, where = channelId): Promise<string> => {
  world.chat.members.add(`${where} ${ana.id}`);
  world.chat.channels.set(where, {
    id: where,
    teamId: '',
    isArchived: false,
    isDirect: false,
    displayName: `Channel ${where.slice(0, 4)}`,
  });
  world.clock.advance(61_000);
  const outcome = await plugin.start(ana.id, {topic, channelId: where, besides: true});
  if (outcome.kind !== 'started') throw new Error(`Expected a start, not ${outcome.kind}`);
  return outcome.card.meeting.number;
};
const begin = (number: string) => {
  const receivedAt = world.clock.now();
  const started = {kind: 'started', number, startedAt: receivedAt, receivedAt} as const;
  return passTimeUntil(world.clock, plugin.record(started));
};
const come = (number: string, name: string, where: Whereabouts) => {
  const receivedAt = world.clock.now();
  const joined = {kind: 'joined', number, receivedAt, participant: {name, stayId: name}, where} as const;
  return passTimeUntil(world.clock, plugin.record(joined));
};

describe('what is live', () => {
  it('A-01 is not told of an archived channel, into which its members may not look any more', async () => {
    await begin(await start('Long ago'));
    const [channel] = [...world.chat.channels.values()].filter(({id}) => id === channelId);
    if (channel !== undefined) world.chat.channels.set(channelId, {...channel, isArchived: true});
    expect(await find()).toEqual({isMore: false, told: []});
  });

  it('are the meetings that run and those for which people wait, newest first, with how many there are', async () => {
    const running = await start('Running');
    const awaited = await start('Awaited');
    await start('Nobody has come');
    await begin(running);
    await come(running, 'Ana', 'meeting');
    await come(running, 'Ben', 'meeting');
    await come(awaited, 'Cora', 'forTheHost');
    const channelName = `Channel ${channelId.slice(0, 4)}`;
    expect(await find()).toEqual({
      isMore: false,
      told: [
        {topic: 'Awaited', channelName, people: 1},
        {topic: 'Running', channelName, people: 2},
      ],
    });
  });

  it('A-01 is never what is in a channel that the asker is not in, and nothing is read of it', async () => {
    const elsewhere = mattermostId('elsewhere');
    await begin(await start('Secret', elsewhere));
    world.chat.users.set(ben.id, {...ben, isSystemAdmin: true});
    expect(await find()).toEqual({isMore: false, told: []});
    expect(world.chat.calls.filter((call) => call === 'isMember').length).toBeGreaterThan(0);
    world.chat.members.add(`${elsewhere} ${ben.id}`);
    expect(await find()).toMatchObject({told: [{topic: 'Secret'}]});
  });

  it('is no more what has ended, and what somebody has deleted', async () => {
    const [over, deleted] = [await start('Over'), await start('Deleted')];
    for (const number of [over, deleted]) await begin(number);
    const at = world.clock.now();
    await passTimeUntil(
      world.clock,
      plugin.record({kind: 'ended', number: over, endedAt: at, receivedAt: at}),
    );
    const stored = await plugin.cards.ofNumber(deleted);
    await stored.update((card) => ({...card, postGone: true}));
    expect(await find()).toEqual({isMore: false, told: []});
  });

  it('is also what the starts have forgotten, and is told once of what both know', async () => {
    const number = await start('Running');
    await begin(number);
    open = [{openedAt: world.clock.now(), number, channelId}];
    expect((await find()).told).toHaveLength(1);
    await createIntents(world).close(
      (await createIntents(world).inStore())[0] ?? (await Promise.reject(new Error('No start'))),
    );
    expect((await find()).told).toHaveLength(1);
  });

  it('are twenty at most, the newest, and the asker is told that there are more', async () => {
    const numbers: string[] = [];
    for (let count = 1; count <= 22; count += 1) {
      const number = await start(`Meeting ${count}`, mattermostId(`many${count}x`));
      world.chat.members.add(`${mattermostId(`many${count}x`)} ${ben.id}`);
      await begin(number);
      numbers.push(number);
    }
    const {told, isMore} = await find();
    expect([told.length, told[0]?.topic, isMore]).toEqual([20, 'Meeting 22', true]);
  });

  it('asks once about each channel', async () => {
    for (const topic of ['One', 'Two', 'Three']) await begin(await start(topic));
    const before = world.chat.calls.filter((call) => call === 'isMember').length;
    expect((await find()).told).toHaveLength(3);
    expect(world.chat.calls.filter((call) => call === 'isMember').length - before).toBe(1);
  });

  it('is cut short when the asker has to get an answer', async () => {
    await begin(await start('Running'));
    expect(await find(ben.id, AbortSignal.abort())).toEqual({isMore: true, told: []});
  });
});
