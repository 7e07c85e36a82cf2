import {beforeEach, describe, expect, it} from '@jest/globals';
import {cardState} from '../../../../server/core/domain/card.js';
import {chatUnavailable, zoomTrouble} from '../../../../server/core/ports/port-error.js';
import {createFakeWorld, type FakeWorld} from '../../../support/fake-world.js';
import {mattermostId} from '../../../support/mattermost-id.js';
import {ana, ben} from '../../../support/people.js';
import {startPluginProcess} from '../../../support/plugin-process.js';
import {channelId} from '../../../support/sample-card.js';

const PMI = '1234567890';
const joinUrl = `https://zoom.us/j/${PMI}?pwd=room`;

let world: FakeWorld;
let plugin: ReturnType<typeof startPluginProcess>;
beforeEach(() => {
  world = createFakeWorld();
  plugin = startPluginProcess(world);
  world.zoom.users.set(ana.email, {
    id: 'zoom-ana',
    email: ana.email,
    status: 'active',
    accountId: 'acc-1',
    pmi: PMI,
  });
  openRoom();
});

/** Zoom knows the room of the personal meeting ID; `uuid`: of what runs there. */
const openRoom = (uuid?: string) =>
  world.zoom.personal.set(PMI, {
    number: PMI,
    uuid: uuid ?? 'uuid-of-the-last==',
    hostId: 'zoom-ana',
    status: uuid === undefined ? 'waiting' : 'started',
    joinUrl,
    passcode: undefined,
  });
const start = (changes: Parameters<typeof plugin.start>[1] = {}) => plugin.start(ana.id, changes);
const cardsOf = async (number: string) => (await startPluginProcess(world).cards.ofNumber(number)).cards;

describe('a start under the personal meeting ID', () => {
  it('posts the link that Zoom gives, and creates nothing', async () => {
    const outcome = await start({meetingId: 'personal'});
    expect(outcome).toMatchObject({
      kind: 'started',
      card: {kind: 'personal', meeting: {number: PMI, joinUrl}},
    });
    expect(outcome).not.toHaveProperty('instead');
    expect(world.zoom.calls).toEqual(['findUser', 'personalMeeting']);
    expect(await cardsOf(PMI)).toMatchObject([
      {kind: 'personal', meeting: {number: PMI, hostId: 'zoom-ana'}},
    ]);
  });

  it('waits for the occurrence to come, since Zoom’s time, whatever UUID is named for the last one', async () => {
    world.zoom.isAhead(-90_000);
    const outcome = await start({meetingId: 'personal'});
    if (outcome.kind !== 'started') throw new Error('Expected a start');
    expect(cardState(outcome.card)).toBe('waiting');
    expect(outcome.card.meeting.uuid).toBeUndefined();
    expect(outcome.card.meeting.since).toBe(Math.floor((world.clock.now() - 90_000) / 1000) * 1000);
  });

  it('is live at once where something runs already, and follows that', async () => {
    openRoom('runs==');
    const outcome = await start({meetingId: 'personal'});
    expect(outcome).toMatchObject({kind: 'started', card: {occurrence: 'runs=='}});
    expect([...world.chat.posts.values()][0]?.message).toContain('Ana Silva started “Weekly planning”');
  });

  it('has a new number where Zoom has switched the personal one off, and says so', async () => {
    world.zoom.personal.clear();
    expect(await start({meetingId: 'personal'})).toMatchObject({
      kind: 'started',
      instead: 'unique',
      card: {kind: 'instant'},
    });
    expect(world.zoom.calls).toEqual(['findUser', 'personalMeeting', 'createMeeting']);
  });

  it.each([
    ['refuses', {kind: 'refused', code: 3000} as const],
    ['objects to', {kind: 'invalid', fields: []} as const],
  ])('has a new number where Zoom %s it', async (_how, problem) => {
    world.zoom.faults.set('personalMeeting', () => zoomTrouble(problem));
    expect(await start({meetingId: 'personal'})).toMatchObject({kind: 'started', instead: 'unique'});
  });

  it('has a new number where the person has none', async () => {
    world.zoom.users.set(ana.email, {id: 'zoom-ana', email: ana.email, status: 'active', accountId: 'acc-1'});
    expect(await start({meetingId: 'personal'})).toMatchObject({kind: 'started', instead: 'unique'});
    expect(world.zoom.calls).toEqual(['findUser', 'createMeeting']);
  });

  it('R-02 starts nothing, and leaves nothing, where Zoom does not answer', async () => {
    world.zoom.faults.set('personalMeeting', () => zoomTrouble({kind: 'timeout'}));
    expect(await start({meetingId: 'personal'})).toEqual({
      kind: 'zoom-trouble',
      problem: {kind: 'timeout'},
      maybeCreated: false,
    });
    expect(await plugin.intents.all()).toEqual([]);
    expect(world.chat.posts.size).toBe(0);
  });

  it('is finished as what it was where it was interrupted before its card', async () => {
    world.chat.faults.set('createPost', () => new Error('killed'));
    await expect(start({meetingId: 'personal'})).rejects.toThrow('killed');
    world.chat.faults.clear();
    world.clock.advance(60_000);
    await startPluginProcess(world).recover();
    expect(await cardsOf(PMI)).toMatchObject([{kind: 'personal', meeting: {number: PMI}}]);
  });

  it('is asked about where it runs in the channel already, as any other meeting is', async () => {
    openRoom('runs==');
    await start({meetingId: 'personal'});
    world.clock.advance(60 * 60_000);
    expect(await plugin.start(ben.id)).toMatchObject({
      kind: 'duplicate',
      existing: {isLive: true, hostName: 'Ana Silva', joinUrl},
    });
  });

  it('is one meeting where the person presses twice', async () => {
    await start({meetingId: 'personal'});
    expect(await start({meetingId: 'personal'})).toMatchObject({
      kind: 'already-started',
      existing: {joinUrl},
    });
  });

  it('is two cards in two channels, each on record', async () => {
    const other = mattermostId('other');
    world.chat.channels.set(other, {id: other, teamId: '', isArchived: false, isDirect: false});
    world.chat.members.add(`${other} ${ana.id}`);
    await start({meetingId: 'personal'});
    await start({meetingId: 'personal', channelId: other});
    expect((await cardsOf(PMI)).map((card) => card.channelId)).toEqual([channelId, other]);
  });
});

describe('which number a meeting has', () => {
  const chosen = (id: string) => world.chat.preferencesOf.set(ana.id, {id});

  it('is a new one unless the person has chosen otherwise', async () => {
    await start();
    expect(world.zoom.calls).toEqual(['findUser', 'createMeeting']);
  });

  it('is as they have chosen for all of theirs, and for this one before that', async () => {
    chosen('personal');
    expect(await start()).toMatchObject({kind: 'started', card: {kind: 'personal'}});
    world.clock.advance(60_000);
    expect(await start({meetingId: 'unique', besides: true})).toMatchObject({
      kind: 'started',
      card: {kind: 'instant'},
    });
  });

  it('is asked before anything is written or spent', async () => {
    chosen('ask');
    expect(await start()).toEqual({kind: 'which-meeting-id'});
    expect(world.zoom.calls).toEqual([]);
    expect(world.keyValue.calls.filter((call) => call.startsWith('compareAndSet'))).toEqual([]);
    for (let tries = 0; tries < 40; tries += 1) await start();
    expect(await start({meetingId: 'unique'})).toMatchObject({kind: 'started'});
  });

  it('is not read where it was said', async () => {
    await start({meetingId: 'unique'});
    expect(world.chat.calls).not.toContain('preferences');
  });

  it('is a new one where nobody can read the choice', async () => {
    world.chat.faults.set('preferences', () => chatUnavailable('down'));
    expect(await start()).toMatchObject({kind: 'started', card: {kind: 'instant'}});
  });
});

describe('a start in a channel of many', () => {
  const asking = () => startPluginProcess(world, {confirmAbove: 1});

  it('is asked about before anything is written, and once', async () => {
    const careful = asking();
    expect(await careful.start(ana.id)).toEqual({kind: 'large-channel', members: 2});
    expect(world.zoom.calls).toEqual([]);
    expect(await careful.start(ana.id, {isForMany: true})).toMatchObject({kind: 'started'});
  });

  it('is asked about after the number', async () => {
    world.chat.preferencesOf.set(ana.id, {id: 'ask'});
    expect(await asking().start(ana.id)).toEqual({kind: 'which-meeting-id'});
    expect(await asking().start(ana.id, {meetingId: 'unique'})).toMatchObject({kind: 'large-channel'});
  });

  it('is not counted where the administrator does not want it, and not asked about where few read it', async () => {
    await start();
    expect(world.chat.calls).not.toContain('memberCount');
    const careful = startPluginProcess(world, {confirmAbove: 2});
    world.clock.advance(60_000);
    expect(await careful.start(ana.id, {besides: true})).toMatchObject({kind: 'started'});
  });

  it('is never asked about in direct messages', async () => {
    world.chat.channels.set(channelId, {id: channelId, teamId: '', isArchived: false, isDirect: true});
    expect(await asking().start(ana.id)).toMatchObject({kind: 'started'});
  });

  it('starts where nobody can count', async () => {
    world.chat.faults.set('memberCount', () => chatUnavailable('down'));
    expect(await asking().start(ana.id)).toMatchObject({kind: 'started'});
  });
});
