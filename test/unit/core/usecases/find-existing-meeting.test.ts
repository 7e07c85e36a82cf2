import {beforeEach, describe, expect, it} from '@jest/globals';
import {createFakeWorld, type FakeWorld} from '../../../support/fake-world.js';
import {mattermostId} from '../../../support/mattermost-id.js';
import {ana, ben} from '../../../support/people.js';
import {startPluginProcess} from '../../../support/plugin-process.js';
import {channelId} from '../../../support/sample-card.js';
import {chatUnavailable} from '../../../../server/core/ports/port-error.js';

const MINUTES = 60_000;

let world: FakeWorld;
let plugin: ReturnType<typeof startPluginProcess>;
let number: string;
beforeEach(async () => {
  world = createFakeWorld();
  plugin = startPluginProcess(world);
  await plugin.start(ana.id);
  number = world.zoom.meetings[0]?.number ?? '';
  world.clock.advance(MINUTES);
});

const record = (kind: 'started' | 'ended') =>
  plugin.record({kind, number, startedAt: world.clock.now(), receivedAt: world.clock.now()});

describe('a meeting that is on in the channel', () => {
  it.each(['waits for its host', 'is live'])('is asked about when it %s', async (state) => {
    if (state === 'is live') await record('started');
    expect(await plugin.start(ben.id)).toMatchObject({
      kind: 'duplicate',
      existing: {
        provider: 'Zoom',
        hostName: 'Ana Silva',
        topic: 'Weekly planning',
        joinUrl: world.zoom.meetings[0]?.joinUrl,
        postId: [...world.chat.posts.keys()][0],
      },
    });
    expect(world.zoom.meetings).toHaveLength(1);
  });

  it('is asked about after a restart too', async () => {
    plugin = startPluginProcess(world);
    expect(await plugin.start(ben.id)).toMatchObject({kind: 'duplicate'});
  });

  it('is not asked about once it has ended', async () => {
    await record('ended');
    expect(await plugin.start(ben.id)).toMatchObject({kind: 'started'});
  });

  it('is asked about for ten minutes while it waits for its host', async () => {
    world.clock.advance(9 * MINUTES - 1);
    expect(await plugin.start(ben.id)).toMatchObject({kind: 'duplicate'});
    world.clock.advance(1);
    expect(await plugin.start(ben.id)).toMatchObject({kind: 'started'});
  });

  it('is asked about as long as it is live, however many others wait', async () => {
    await record('started');
    for (let another = 0; another < 5; another += 1) {
      const rootId = mattermostId(`thread${another}x`);
      world.chat.threads.set(rootId, channelId);
      await plugin.start(ben.id, {rootId, besides: true});
    }
    world.clock.advance(60 * MINUTES);
    expect(await plugin.start(ben.id)).toMatchObject({kind: 'duplicate', existing: {hostName: 'Ana Silva'}});
  });

  it('is not asked about in another channel', async () => {
    const other = mattermostId('other');
    world.chat.channels.set(other, {id: other, teamId: '', isArchived: false, isDirect: false});
    world.chat.members.add(`${other} ${ben.id}`);
    expect(await plugin.start(ben.id, {channelId: other})).toMatchObject({kind: 'started'});
  });

  it('does not hold up who wants another besides', async () => {
    expect(await plugin.start(ben.id, {besides: true})).toMatchObject({kind: 'started'});
    expect(world.zoom.meetings).toHaveLength(2);
  });
});

describe('where a meeting is asked about', () => {
  const [thread, other] = [mattermostId('thread'), mattermostId('elsewhere')];
  const card = () => [...world.chat.posts.keys()].at(-1) ?? '';
  const QUESTION = 'duplicate';

  it.each([
    ['of the channel', 'waits', 'at channel level', QUESTION],
    ['of the channel', 'waits', 'below its card', QUESTION],
    ['of the channel', 'waits', 'in a thread', 'started'],
    ['of a thread', 'waits', 'at channel level', QUESTION],
    ['of a thread', 'waits', 'in a thread', QUESTION],
    ['of a thread', 'waits', 'in another thread', 'started'],
    ['of the channel', 'is live', 'in a thread', QUESTION],
    ['of a thread', 'is live', 'at channel level', QUESTION],
    ['of a thread', 'is live', 'in another thread', QUESTION],
  ])('one %s that %s is met by a start %s: %s', async (where, state, place, kind) => {
    await record('ended');
    for (const root of [thread, other]) world.chat.threads.set(root, channelId);
    await plugin.start(ana.id, {rootId: where === 'of a thread' ? thread : ''});
    number = world.zoom.meetings.at(-1)?.number ?? '';
    if (state === 'is live') await record('started');
    world.clock.advance(MINUTES);
    const roots: Readonly<Record<string, string>> = {
      'at channel level': '',
      'below its card': card(),
      'in a thread': thread,
      'in another thread': other,
    };
    expect(await plugin.start(ben.id, {rootId: roots[place] ?? ''})).toMatchObject({kind});
  });
});

describe('a meeting of another plugin', () => {
  const post = (props: Record<string, unknown>, age = 5_000): void => {
    const id = mattermostId('foreign');
    const createdAt = world.clock.now() - age;
    const said = {message: '', type: 'custom_jitsi', rootId: '', userId: ben.id, isDeleted: false};
    world.chat.posts.set(id, {...said, id, channelId, createdAt, props});
  };
  const jitsi = {
    meeting_provider: 'Jitsi',
    meeting_link: 'https://jitsi.example/room',
    meeting_creator_username: 'ben',
    meeting_status: 'STARTED',
  };
  beforeEach(() => record('ended'));

  it('is asked about for half a minute', async () => {
    post(jitsi);
    const existing = {provider: 'Jitsi', joinUrl: 'https://jitsi.example/room', hostName: 'ben'};
    expect(await plugin.start(ana.id)).toMatchObject({kind: 'duplicate', existing});
    post(jitsi, 30_000);
    expect(await plugin.start(ana.id)).toMatchObject({kind: 'started'});
  });

  it.each([
    ['has ended', {...jitsi, meeting_status: 'ENDED'}],
    ['has no https link', {...jitsi, meeting_link: 'javascript:alert(1)'}],
    ['has a link that is no text', {...jitsi, meeting_link: {}}],
    ['calls itself Zoom, which only our own record can say', {...jitsi, meeting_provider: 'Zoom'}],
    ['names no provider', {...jitsi, meeting_provider: 5}],
    ['only looks like Zoom’s', {...jitsi, meeting_provider: 'Ζoom'}],
    ['only looks like one that is known', {...jitsi, meeting_provider: 'Jіtsi'}],
    ['is nobody’s', {...jitsi, meeting_provider: 'Ana from IT'}],
  ])('that %s is not asked about', async (_what, props) => {
    post(props);
    expect(await plugin.start(ana.id)).toMatchObject({kind: 'started'});
  });

  it('that cannot be looked for holds up nobody', async () => {
    world.chat.faults.set('postsSince', () => chatUnavailable('no answer'));
    expect(await plugin.start(ana.id)).toMatchObject({kind: 'started'});
    expect(world.logger.lines).toMatchObject([
      {level: 'warn', message: expect.stringContaining('other plugins')},
    ]);
  });
});
