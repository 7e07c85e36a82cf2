import {beforeEach, describe, expect, it} from '@jest/globals';
import {INTENT_WINDOW} from '../../../../server/core/ports/intents.js';
import {zoomTrouble} from '../../../../server/core/ports/port-error.js';
import {createFakeWorld, type FakeWorld} from '../../../support/fake-world.js';
import {mattermostId} from '../../../support/mattermost-id.js';
import {passTimeUntil} from '../../../support/pass-time-until.js';
import {ana, ben} from '../../../support/people.js';
import {startPluginProcess} from '../../../support/plugin-process.js';
import {channelId} from '../../../support/sample-card.js';
import {intentOf} from '../../../support/sample-intent.js';

let world: FakeWorld;
let plugin: ReturnType<typeof startPluginProcess>;
beforeEach(() => {
  world = createFakeWorld();
  plugin = startPluginProcess(world);
});

describe('a double click', () => {
  it('S-10 twenty rapid starts are one meeting and one card', async () => {
    const outcomes = await Promise.all(Array.from({length: 20}, () => plugin.start(ana.id)));
    const joinUrl = world.zoom.meetings[0]?.joinUrl;
    expect(world.zoom.meetings).toHaveLength(1);
    expect(world.chat.posts.size).toBe(1);
    expect(outcomes.filter(({kind}) => kind === 'started')).toHaveLength(1);
    const others = outcomes.filter(({kind}) => kind === 'already-started');
    expect(others).toHaveLength(19);
    expect(others[0]).toMatchObject({
      existing: {topic: 'Weekly planning', openedAt: world.clock.now(), joinUrl},
    });
  });

  it('S-10 within 10 s is answered with the first meeting, after that with a question', async () => {
    await plugin.start(ana.id);
    world.clock.advance(INTENT_WINDOW - 1);
    expect(await plugin.start(ana.id)).toMatchObject({kind: 'already-started'});
    world.clock.advance(1);
    expect(await plugin.start(ana.id)).toMatchObject({kind: 'duplicate'});
    expect(world.zoom.meetings).toHaveLength(1);
  });

  it('after the first has ended is a new meeting, however soon', async () => {
    await plugin.start(ana.id);
    const {number = ''} = world.zoom.meetings[0] ?? {};
    await plugin.record({kind: 'ended', number, endedAt: world.clock.now(), receivedAt: world.clock.now()});
    expect(await plugin.start(ana.id)).toMatchObject({kind: 'started'});
    expect(await plugin.start(ben.id)).toMatchObject({kind: 'duplicate'});
  });

  it('on another node is one meeting too', async () => {
    const other = startPluginProcess(world);
    await Promise.all([plugin.intents.all(), other.intents.all()]);
    const starts = Promise.all([plugin.start(ana.id), other.start(ana.id)]);
    const kinds = (await passTimeUntil(world.clock, starts)).map(({kind}) => kind);
    expect(kinds.sort()).toEqual(['already-started', 'started']);
    expect(world.zoom.meetings).toHaveLength(1);
  });

  it('says that the first is still under way when its meeting is not known yet', async () => {
    await plugin.intents.open(intentOf('first'));
    expect(await plugin.start(ana.id)).toMatchObject({
      kind: 'already-started',
      existing: {joinUrl: undefined},
    });
    expect(world.zoom.calls).toEqual([]);
  });

  it('of two people at the same moment is one meeting, and a question for the second', async () => {
    const outcomes = await Promise.all([plugin.start(ana.id), plugin.start(ben.id)]);
    expect(outcomes).toMatchObject([
      {kind: 'started'},
      {kind: 'duplicate', existing: {hostName: 'Ana Silva'}},
    ]);
    expect(world.zoom.meetings).toHaveLength(1);
  });

  it('in another thread of the channel is no double click', async () => {
    const [one, other] = [mattermostId('one'), mattermostId('other')];
    for (const root of [one, other]) world.chat.threads.set(root, channelId);
    const outcomes = await Promise.all([
      plugin.start(ana.id, {rootId: one}),
      plugin.start(ana.id, {rootId: other}),
      plugin.start(ana.id, {rootId: one}),
    ]);
    expect(outcomes.map(({kind}) => kind)).toEqual(['started', 'started', 'already-started']);
  });

  it('of two people on two nodes is one meeting, and a question for the second', async () => {
    const other = startPluginProcess(world);
    await Promise.all([plugin.intents.all(), other.intents.all()]);
    const starts = Promise.all([plugin.start(ana.id), other.start(ben.id)]);
    const kinds = (await passTimeUntil(world.clock, starts)).map(({kind}) => kind);
    expect(kinds.sort()).toEqual(['duplicate', 'started']);
    expect(world.zoom.meetings).toHaveLength(1);
  });

  it('on “Start another” is one more meeting, not two', async () => {
    await plugin.start(ben.id);
    const outcomes = [];
    for (let press = 0; press < 2; press += 1) outcomes.push(await plugin.start(ana.id, {besides: true}));
    expect(outcomes.map(({kind}) => kind)).toEqual(['started', 'already-started']);
  });

  it('shares the refusal, too', async () => {
    world.zoom.users.clear();
    const outcomes = await Promise.all([plugin.start(ana.id), plugin.start(ana.id)]);
    expect(outcomes).toMatchObject([{kind: 'not-in-zoom'}, {kind: 'not-in-zoom'}]);
    expect(world.zoom.calls).toHaveLength(1);
  });
});

describe('one person', () => {
  const channelOf = (index: number): string => {
    const id = mattermostId(`channel${index}x`);
    world.chat.channels.set(id, {id, teamId: '', isArchived: false, isDirect: false});
    world.chat.members.add(`${id} ${ana.id}`);
    return id;
  };

  it('S-10 who starts meetings everywhere is told when the next is possible, and Zoom is not asked', async () => {
    for (let index = 0; index < 10; index++) {
      expect(await plugin.start(ana.id, {channelId: channelOf(index)})).toMatchObject({kind: 'started'});
    }
    const asked = world.zoom.calls.length;
    const nextAt = world.clock.now() + 60_000;
    expect(await plugin.start(ana.id, {channelId: channelOf(10)})).toEqual({kind: 'too-many', nextAt});
    expect(world.zoom.calls).toHaveLength(asked);
    world.clock.advance(60_000);
    expect(await plugin.start(ana.id, {channelId: channelOf(11)})).toMatchObject({kind: 'started'});
  });

  it('S-10 who begins all starts at the same moment gets no more of them', async () => {
    const channels = Array.from({length: 20}, (_, index) => channelOf(index));
    const starts = channels.map((channel) => plugin.start(ana.id, {channelId: channel}));
    const kinds = (await passTimeUntil(world.clock, Promise.all(starts))).map(({kind}) => kind);
    expect(kinds.filter((kind) => kind === 'started')).toHaveLength(10);
    expect(kinds.filter((kind) => kind === 'too-many')).toHaveLength(10);
  });

  it('S-10 whom Zoom refuses has tried all the same: Zoom was asked', async () => {
    world.zoom.faults.set('createMeeting', () => zoomTrouble({kind: 'timeout'}));
    for (let index = 0; index < 10; index++) await plugin.start(ana.id, {channelId: channelOf(index)});
    expect(await plugin.start(ana.id, {channelId: channelOf(10)})).toMatchObject({kind: 'too-many'});
  });

  it('S-10 who was refused elsewhere is known by that to every node, as far as they share a row', async () => {
    const thread = (index: number) => {
      const rootId = mattermostId(`thread${index}x`);
      world.chat.threads.set(rootId, channelId);
      return {channelId, rootId};
    };
    world.zoom.faults.set('createMeeting', () => zoomTrouble({kind: 'timeout'}));
    for (let index = 0; index < 6; index++) await plugin.start(ana.id, thread(index));
    const other = startPluginProcess(world);
    const outcomes = [];
    for (let index = 6; index < 12; index++) outcomes.push(await other.start(ana.id, thread(index)));
    const nextAt = world.clock.now() + 60_000;
    expect(outcomes.map(({kind}) => kind)).toEqual([
      ...Array.from({length: 4}, () => 'zoom-trouble'),
      ...Array.from({length: 2}, () => 'too-many'),
    ]);
    expect(outcomes.at(-1)).toEqual({kind: 'too-many', nextAt});
    expect(world.zoom.calls.filter((call) => call === 'createMeeting')).toHaveLength(10);
  });

  it('S-10 whom Zoom does not know costs one question in half a minute, however often they press', async () => {
    world.zoom.users.clear();
    for (let index = 0; index < 300; index++) {
      expect(await plugin.start(ana.id)).toMatchObject({kind: 'not-in-zoom', email: ana.email});
    }
    expect(world.zoom.calls).toEqual(['findUser']);
    world.clock.advance(30_000);
    await plugin.start(ana.id);
    expect(world.zoom.calls).toEqual(['findUser', 'findUser']);
    expect(await plugin.start(ben.id)).toMatchObject({email: ben.email});
    expect(world.zoom.calls).toHaveLength(3);
  });

  it('S-10 whom Zoom did not know is asked about again as soon as their address is another', async () => {
    const {email} = ana;
    world.zoom.users.delete(email);
    await plugin.start(ana.id);
    const named = world.zoom.users.get(ben.email);
    world.chat.users.set(ana.id, {...ana, email: ben.email});
    if (named === undefined) throw new Error('Ben is unknown');
    expect(await plugin.start(ana.id)).toMatchObject({kind: 'started'});
  });
});
