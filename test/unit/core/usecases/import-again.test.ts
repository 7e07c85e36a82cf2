import {beforeEach, describe, expect, it} from '@jest/globals';
import type {ImportInput} from '../../../../server/core/usecases/import-meeting.js';
import {createFakeWorld, type FakeWorld} from '../../../support/fake-world.js';
import {passTimeUntil} from '../../../support/pass-time-until.js';
import {mattermostId} from '../../../support/mattermost-id.js';
import {ana, ben} from '../../../support/people.js';
import {
  PLANNED_AT,
  PLANNED_NUMBER,
  planInZoom,
  type ShownMeeting,
  shownMeeting,
} from '../../../support/plan-in-zoom.js';
import {startPluginProcess} from '../../../support/plugin-process.js';
import {channelId} from '../../../support/sample-card.js';

let world: FakeWorld;
let plugin: ReturnType<typeof startPluginProcess>;
const bring = (changes: Partial<ImportInput> = {}) => plugin.import(ana.id, changes);
const posts = () => [...world.chat.posts.values()];
/** Ana has planned this. */
const planned = (changes: Partial<ShownMeeting> = {}): void =>
  planInZoom(world.zoom, {meetings: [shownMeeting(changes)]});
beforeEach(() => {
  world = createFakeWorld();
  plugin = startPluginProcess(world);
  planned();
});

describe('a meeting that has a card here', () => {
  it('gets no second one, whoever asks and whenever', async () => {
    const first = await bring();
    const postId = first.kind === 'imported' ? first.card.postId : '';
    expect(await bring()).toEqual({kind: 'already-here', postId});
    expect(await startPluginProcess(world).import(ben.id)).toEqual({kind: 'already-here', postId});
    expect(posts()).toHaveLength(1);
  });

  it('gets one by two presses at once, in one process or in two', async () => {
    const [first, second] = await Promise.all([bring(), bring()]);
    expect([first.kind, second.kind]).toEqual(['imported', 'already-here']);
    planned({id: '87700000002'});
    const both = Promise.all([
      bring({number: '87700000002'}),
      startPluginProcess(world).import(ana.id, {number: '87700000002'}),
    ]);
    const outcomes = await passTimeUntil(world.clock, both);
    expect(outcomes.map(({kind}) => kind).sort()).toEqual(['already-here', 'imported']);
    expect(posts()).toHaveLength(2);
  });

  it('may get another one once it is over, its post is gone, or in another channel', async () => {
    await bring();
    world.clock.advance(10_000);
    const receivedAt = world.clock.now();
    await plugin.record({kind: 'withdrawn', number: PLANNED_NUMBER, receivedAt});
    expect(await bring()).toMatchObject({kind: 'imported'});
    const other = mattermostId('other');
    world.chat.channels.set(other, {id: other, teamId: '', isArchived: false, isDirect: false});
    world.chat.members.add(`${other} ${ana.id}`);
    expect(await bring({channelId: other})).toMatchObject({kind: 'imported'});
  });
});

describe('a meeting that was brought here and runs', () => {
  const tell = (kind: 'started' | 'ended') =>
    plugin.record({kind, number: PLANNED_NUMBER, uuid: 'running==', receivedAt: world.clock.now()});

  it('is one that is on, of which a start is asked, whenever it was brought', async () => {
    await bring();
    world.clock.advance(PLANNED_AT - world.clock.now());
    await tell('started');
    await plugin.idle();
    world.clock.advance(60_000);
    expect(await startPluginProcess(world).start(ben.id)).toMatchObject({
      kind: 'duplicate',
      existing: {isLive: true, topic: 'Quarterly review', hostName: 'Ana Silva'},
    });
  });

  it('is that also where it ran when it was brought', async () => {
    planned({status: 'started', uuid: 'running==', start_time: new Date(world.clock.now()).toISOString()});
    await bring();
    await plugin.idle();
    world.clock.advance(60_000);
    expect(await startPluginProcess(world).start(ben.id)).toMatchObject({kind: 'duplicate'});
  });

  it('is none any more once it has ended', async () => {
    await bring();
    world.clock.advance(PLANNED_AT - world.clock.now());
    await tell('started');
    await passTimeUntil(world.clock, tell('ended'));
    await plugin.idle();
    expect(await startPluginProcess(world).start(ben.id)).toMatchObject({kind: 'started'});
  });
});

describe('twenty meetings in a row', () => {
  const numbers = Array.from({length: 20}, (_, index) => String(87_700_000_100 + index));
  beforeEach(() => planInZoom(world.zoom, {meetings: numbers.map((id) => shownMeeting({id}))}));

  it('become twenty cards, and fill no row', async () => {
    for (const number of numbers) expect(await bring({number})).toMatchObject({kind: 'imported'});
    expect(world.chat.calls.filter((call) => call === 'createPost')).toHaveLength(20);
    world.clock.advance(10_000);
    await plugin.start(ana.id);
    const rows = JSON.stringify(await startPluginProcess(world).intents.inStore(channelId));
    expect(rows).not.toContain('877000001');
  });

  it('keep nobody from starting a meeting, who is not asked about them', async () => {
    for (const number of numbers.slice(0, 3)) await bring({number});
    expect(await plugin.start(ana.id)).toMatchObject({kind: 'started'});
    world.clock.advance(10_000);
    expect(await startPluginProcess(world).start(ben.id)).toMatchObject({
      kind: 'duplicate',
      existing: {hostName: 'Ana Silva'},
    });
    expect(world.zoom.calls.filter((call) => call === 'createMeeting')).toHaveLength(1);
  });

  it('do not count as tries to start one', async () => {
    for (const number of numbers) await bring({number});
    expect(await startPluginProcess(world).start(ana.id)).toMatchObject({kind: 'started'});
  });

  it('are sixty in a minute at most', async () => {
    for (let times = 0; times < 60; times += 1) await bring({number: '87700000999'});
    expect(await bring({number: numbers[0] ?? ''})).toEqual({
      kind: 'too-many',
      nextAt: world.clock.now() + 60_000,
    });
  });
});
