import {beforeEach, describe, expect, it} from '@jest/globals';
import type {ImportInput} from '../../../../server/core/usecases/import-meeting.js';
import {
  chatRefused,
  chatUnavailable,
  fileRefused,
  storeUnavailable,
  zoomTrouble,
} from '../../../../server/core/ports/port-error.js';
import {createFakeWorld, type FakeWorld} from '../../../support/fake-world.js';
import {mattermostId} from '../../../support/mattermost-id.js';
import {ana} from '../../../support/people.js';
import {
  PLANNED_AT,
  PLANNED_NUMBER,
  planInZoom,
  type ShownMeeting,
  shownMeeting,
} from '../../../support/plan-in-zoom.js';
import {startPluginProcess} from '../../../support/plugin-process.js';
import {channelId} from '../../../support/sample-card.js';

const PNG = {name: 'logo.png', bytes: Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])};

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

describe('a meeting that was planned in Zoom', () => {
  it('becomes a card with its plan, which is on record and followed', async () => {
    const outcome = await bring();
    expect(outcome).toMatchObject({
      kind: 'imported',
      card: {
        kind: 'scheduled',
        channelId,
        host: {userId: ana.id},
        plan: {topic: 'Quarterly review', startsAt: PLANNED_AT, minutes: 60},
        meeting: {number: PLANNED_NUMBER, hostId: 'zoom-ana', accountId: 'acc-1'},
      },
    });
    expect(posts()).toHaveLength(1);
    const {cards} = await plugin.cards.ofNumber(PLANNED_NUMBER);
    expect(cards).toMatchObject([{kind: 'scheduled', postId: posts()[0]?.id, plan: {startsAt: PLANNED_AT}}]);
    expect(plugin.watched()).toEqual([PLANNED_NUMBER]);
    expect(world.zoom.calls).toEqual(['findUser', 'getMeeting']);
  });

  it('is no meeting that was started from here', async () => {
    await bring();
    expect(plugin.noted).toEqual([]);
    const started = world.metrics.read().find(({name}) => name === 'zoom_meetings_started_total');
    expect(JSON.stringify(started?.samples)).not.toContain('"value":1');
  });

  it('does not take the UUID of an occurrence to come for its own, but that of one that runs', async () => {
    expect(await bring()).toMatchObject({card: {meeting: {uuid: undefined}}});
    planned({id: '87700000002', status: 'started', uuid: 'running=='});
    expect(await bring({number: '87700000002'})).toMatchObject({
      card: {meeting: {uuid: 'running=='}, occurrence: 'running=='},
    });
  });

  it('says where people register, and what was written for this channel', async () => {
    planned({registration_url: 'https://zoom.us/meeting/register/abc'});
    const outcome = await bring({title: 'Review', description: 'Bring figures\n\nand cake'});
    expect(outcome).toMatchObject({
      card: {
        local: {title: 'Review', description: 'Bring figures\n\nand cake'},
        plan: {topic: 'Quarterly review', registrationUrl: 'https://zoom.us/meeting/register/abc'},
      },
    });
    expect(JSON.stringify(posts())).toContain('Bring figures');
  });

  it('has the server’s word for a meeting where Zoom has none', async () => {
    planned({topic: undefined});
    expect(await bring()).toMatchObject({card: {topic: 'Zoom meeting', hasDefaultTopic: true}});
  });

  it('stays in its thread', async () => {
    const rootId = mattermostId('root');
    world.chat.threads.set(rootId, channelId);
    await bring({rootId});
    expect(posts()).toMatchObject([{rootId}]);
  });

  it('goes with its picture, and with none that is no picture', async () => {
    expect(await bring({picture: {name: 'logo.png', bytes: Buffer.from('<svg/>')}})).toEqual({
      kind: 'bad-picture',
    });
    expect(world.chat.calls).toEqual(['user']);
    await bring({picture: PNG});
    expect([...world.chat.files.values()]).toEqual([PNG]);
  });

  it('is not posted without the picture that Mattermost did not take, nor later', async () => {
    world.chat.faults.set('createPost', () => fileRefused('too-large', 'too large'));
    expect(await bring({picture: PNG})).toEqual({kind: 'picture-refused', because: 'too-large'});
    world.chat.faults.clear();
    world.clock.advance(60_000);
    await startPluginProcess(world).recover();
    expect(posts()).toEqual([]);
    expect(await bring()).toMatchObject({kind: 'imported'});
  });

  it('is a webinar by its own calls, also where nobody says which it is', async () => {
    planInZoom(world.zoom, {webinars: [shownMeeting({type: 5})]});
    world.zoom.operations.listPanelists = async () => ({panelists: [{name: 'Dora Lee'}]});
    const card = {kind: 'webinar', plan: {panelists: ['Dora Lee']}};
    expect(await bring({kind: 'webinar'})).toMatchObject({kind: 'imported', card});
    const other = mattermostId('other');
    world.chat.channels.set(other, {id: other, teamId: '', isArchived: false, isDirect: false});
    world.chat.members.add(`${other} ${ana.id}`);
    expect(await bring({kind: 'either', channelId: other})).toMatchObject({card: {kind: 'webinar'}});
  });
});

describe('a webinar that is over', () => {
  const webinars = [shownMeeting({type: 5, start_time: '2026-11-20T14:00:00Z'})];
  const held = [
    {uuid: 'trial==', start_time: '2026-11-19T14:00:00Z'},
    {uuid: 'held==', start_time: '2026-11-20T14:02:00Z'},
  ];
  const startedAt = Date.parse('2026-11-20T14:02:00Z');

  it('becomes a card that says when it was held last', async () => {
    planInZoom(world.zoom, {webinars, held});
    const endedAt = startedAt + 50 * 60_000;
    world.zoom.past.set('held==', {uuid: 'held==', hostId: 'zoom-ana', startedAt, endedAt});
    expect(await bring({kind: 'webinar', title: 'Our launch'})).toMatchObject({
      card: {occurrence: 'held==', startedAt, endedAt, plan: {startsAt: Date.parse('2026-11-20T14:00:00Z')}},
    });
    expect(posts()).toMatchObject([{props: {meeting_status: 'ENDED', zoom_card: {state: 'ended'}}}]);
    expect(posts()[0]?.message).toContain('Our launch');
    expect((await plugin.cards.ofNumber(PLANNED_NUMBER)).cards).toMatchObject([{endedAt}]);
  });

  it('has one card in a channel, too', async () => {
    planInZoom(world.zoom, {webinars, held});
    await bring({kind: 'webinar'});
    world.clock.advance(60_000);
    expect(await bring({kind: 'webinar'})).toEqual({kind: 'already-here', postId: posts()[0]?.id});
  });

  it('has none where it was never held, or is a meeting', async () => {
    planInZoom(world.zoom, {webinars});
    expect(await bring({kind: 'webinar'})).toEqual({kind: 'over'});
    planned({start_time: '2026-11-20T14:00:00Z'});
    expect(await bring()).toEqual({kind: 'over'});
    expect(posts()).toEqual([]);
  });
});

describe('what becomes no card', () => {
  const hours = (count: number) => new Date(world.clock.now() + count * 3_600_000).toISOString();

  it.each<[string, Partial<ShownMeeting>, string]>([
    ['is hosted by somebody else', {host_id: 'zoom-ben'}, 'not-the-host'],
    ['names no host', {host_id: undefined}, 'not-the-host'],
    ['was started at once', {type: 1}, 'instant'],
    ['is planned under a personal meeting ID', {join_url: 'https://zoom.us/j/1234567890'}, 'personal'],
    ['was to be over yesterday', {start_time: '2026-11-22T14:00:00Z'}, 'over'],
    ['leads elsewhere', {join_url: 'https://evil.example/j/87712345678'}, 'unsafe-link'],
  ])('S-21 is a meeting that %s', async (_what, changes, kind) => {
    planned(changes);
    expect(await bring()).toMatchObject({kind});
    expect(posts()).toEqual([]);
    expect(await plugin.intents.all()).toEqual([]);
  });

  it('is none that may still begin, or runs', async () => {
    planned({start_time: hours(-1.5)});
    expect(await bring()).toMatchObject({kind: 'imported'});
    planned({id: '87700000002', start_time: hours(-20), status: 'started'});
    expect(await bring({number: '87700000002'})).toMatchObject({kind: 'imported'});
  });

  it('is a webinar for people who are signed in, while a meeting’s link says so itself', async () => {
    const settings = {meeting_authentication: true};
    planInZoom(world.zoom, {
      meetings: [shownMeeting({settings})],
      webinars: [shownMeeting({id: '97712345678', type: 5, settings})],
    });
    expect(await bring({kind: 'webinar', number: '97712345678'})).toEqual({kind: 'sign-in'});
    expect(await bring()).toMatchObject({kind: 'imported'});
  });

  it('is what Zoom does not know', async () => {
    expect(await bring({number: '87700000009'})).toEqual({kind: 'gone'});
    expect(await bring({number: '87700000009', kind: 'either'})).toEqual({kind: 'gone'});
    world.zoom.faults.set('getWebinar', () => zoomTrouble({kind: 'invalid', fields: []}));
    expect(await bring({number: '87700000009', kind: 'webinar'})).toEqual({kind: 'gone'});
  });

  it.each<[string, object, () => unknown]>([
    ['are not in the channel', {kind: 'no-access'}, () => world.chat.members.clear()],
    ['may not post there', {kind: 'no-access'}, () => world.chat.silenced.add(ana.id)],
    ['are guests', {kind: 'refused'}, () => world.chat.users.set(ana.id, {...ana, isGuest: true})],
    [
      'are in an archived channel',
      {kind: 'archived'},
      () =>
        world.chat.channels.set(channelId, {id: channelId, teamId: '', isArchived: true, isDirect: false}),
    ],
  ])('A-21 is what people want who %s, and Zoom is asked nothing', async (_who, outcome, change) => {
    change();
    expect(await bring()).toMatchObject(outcome);
    expect(world.zoom.calls).toEqual([]);
    expect(posts()).toEqual([]);
  });

  it('is asked about first where many people read it', async () => {
    plugin = startPluginProcess(world, {confirmAbove: 1});
    expect(await bring()).toEqual({kind: 'large-channel', members: 2});
    expect(world.zoom.calls).toEqual([]);
    expect(await bring({isForMany: true})).toMatchObject({kind: 'imported'});
  });

  it.each([
    ['per second', {kind: 'rate-limited', per: 'second', resumesAt: undefined}],
    ['per day', {kind: 'rate-limited', per: 'day', resumesAt: 5}],
    ['down', {kind: 'server-error', status: 503}],
    ['silent', {kind: 'timeout'}],
  ] as const)('R-21 is kept for another try where Zoom is %s', async (_how, problem) => {
    world.zoom.faults.set('getMeeting', () => zoomTrouble(problem));
    expect(await bring()).toMatchObject({kind: 'zoom-trouble', problem});
    world.zoom.faults.clear();
    expect(await bring()).toMatchObject({kind: 'imported'});
  });

  it('R-21 comes later where Mattermost does not answer, and never where it refuses', async () => {
    world.chat.faults.set('createPost', () => chatUnavailable('down'));
    expect(await bring()).toMatchObject({kind: 'not-posted', why: 'pending'});
    expect(await bring()).toEqual({kind: 'already-here', postId: undefined});
    world.chat.faults.set('createPost', () => chatRefused('no'));
    world.clock.advance(10_000);
    await startPluginProcess(world).recover();
    expect(posts()).toEqual([]);
    world.chat.faults.clear();
    plugin = startPluginProcess(world);
    expect(await bring()).toMatchObject({kind: 'imported'});
  });

  it('R-21 is told of where the store fails', async () => {
    world.zoom.faults.set('findUser', () => storeUnavailable('down'));
    expect(await bring()).toEqual({kind: 'store-unavailable'});
  });
});
