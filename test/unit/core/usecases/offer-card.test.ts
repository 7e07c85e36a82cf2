import {beforeEach, describe, expect, it} from '@jest/globals';
import {chatUnavailable, storeUnavailable, zoomTrouble} from '../../../../server/core/ports/port-error.js';
import type {WrittenPost} from '../../../../server/core/ports/application.js';
import {createFakeWorld, type FakeWorld} from '../../../support/fake-world.js';
import {mattermostId} from '../../../support/mattermost-id.js';
import {ana, ben} from '../../../support/people.js';
import {PLANNED_NUMBER, planInZoom, type ShownMeeting, shownMeeting} from '../../../support/plan-in-zoom.js';
import {startPluginProcess} from '../../../support/plugin-process.js';
import {channelId} from '../../../support/sample-card.js';

const LINK = `https://us02web.zoom.us/j/${PLANNED_NUMBER}?pwd=abc`;

let world: FakeWorld;
let plugin: ReturnType<typeof startPluginProcess>;
const planned = (changes: Partial<ShownMeeting> = {}): void =>
  planInZoom(world.zoom, {meetings: [shownMeeting(changes)]});
/** Ana writes something; resolves when whatever came of it is done. */
const write = (changes: Partial<WrittenPost> = {}) =>
  plugin.writes({
    id: mattermostId('written'),
    channelId,
    rootId: '',
    userId: ana.id,
    message: `See you: ${LINK}.`,
    isByPerson: true,
    ...changes,
  });
const buttons = () => world.chat.shown.at(-1)?.attachments?.[0]?.actions?.map(({name}) => name);
beforeEach(() => {
  world = createFakeWorld();
  plugin = startPluginProcess(world);
  planned();
});

describe('a link to one’s own meeting that one posts', () => {
  it('is offered to become a card, to its host alone', async () => {
    await write();
    expect(world.chat.shown).toMatchObject([
      {userId: ana.id, place: {channelId, rootId: ''}, text: expect.stringContaining('“Quarterly review”')},
    ]);
    expect(buttons()).toEqual(['Make it a card', 'Not now', 'Leave links to my meetings alone']);
    expect(world.chat.posts.size).toBe(0);
    expect(world.zoom.calls).toEqual(['findUser', 'getMeeting']);
  });

  it('is offered in the thread in which it stands', async () => {
    const rootId = mattermostId('root');
    await write({rootId});
    expect(world.chat.shown).toMatchObject([{place: {rootId}}]);
  });

  it('is offered once in a channel, and in others without asking Zoom again', async () => {
    await write();
    await write();
    expect(world.chat.shown).toHaveLength(1);
    await write({channelId: mattermostId('other')});
    expect(world.chat.shown).toHaveLength(2);
    expect(world.zoom.calls).toHaveLength(2);
    world.clock.advance(10 * 60_000);
    await write();
    expect(world.chat.shown).toHaveLength(3);
  });

  it('is offered by direct message, which says where it stands, where nothing can be shown in private', async () => {
    plugin = startPluginProcess({
      ...world,
      chat: {...world.chat, showPrivately: async () => 'nowhere'},
    });
    await write();
    expect(world.chat.directMessages).toMatchObject([
      {userId: ana.id, text: expect.stringContaining(`/_redirect/pl/${mattermostId('written')}`)},
    ]);
  });
});

describe('nothing is offered', () => {
  it.each<[string, Partial<WrittenPost>]>([
    ['no link', {message: 'Good morning /j/ everybody'}],
    ['a link elsewhere', {message: `https://evil.example/j/${PLANNED_NUMBER}`}],
    ['a link that only looks like Zoom’s', {message: `https://zoom.us.evil.example/j/${PLANNED_NUMBER}`}],
    ['the name of a personal room', {message: 'https://zoom.us/my/ana'}],
    ['a post that no person has written', {isByPerson: false}],
  ])('P-20 for %s, which costs no call at all', async (_what, changes) => {
    await write(changes);
    expect([world.chat.calls, world.zoom.calls, world.keyValue.calls]).toEqual([[], [], []]);
  });

  it('to whoever does not want to be asked', async () => {
    world.chat.preferencesOf.set(ana.id, {links: 'off'});
    await write();
    expect(world.chat.shown).toEqual([]);
    expect(world.zoom.calls).toEqual([]);
  });

  it.each<[string, Partial<ShownMeeting>]>([
    ['somebody else’s', {host_id: 'zoom-ben'}],
    ['an instant one', {type: 1}],
    ['one that is over', {start_time: '2026-11-01T10:00:00Z'}],
    ['one that Zoom does not know', {id: '87700000009'}],
  ])('S-23 for a meeting that is %s, about which Zoom is asked once', async (_what, changes) => {
    planned(changes);
    await write();
    const calls = world.zoom.calls.length;
    await write({channelId: mattermostId('other')});
    expect(world.chat.shown).toEqual([]);
    expect(world.zoom.calls).toHaveLength(calls);
  });

  it('where there is a card of it already', async () => {
    await plugin.import(ana.id);
    await write();
    expect(world.chat.shown).toEqual([]);
  });

  it.each([
    ['guests', {isGuest: true}],
    ['bots', {isBot: true}],
    ['people whose address is not confirmed', {emailVerified: false}],
  ])('A-22 to %s', async (_who, changes) => {
    world.chat.users.set(ana.id, {...ana, ...changes});
    await write();
    expect(world.chat.shown).toEqual([]);
    expect(world.zoom.calls).toEqual([]);
  });

  it('to people whom Zoom does not know, nor to others who post the same link', async () => {
    await write({userId: ben.id});
    expect(world.chat.shown).toEqual([]);
  });

  it('after ten links in a minute', async () => {
    const numbers = Array.from({length: 12}, (_, index) => String(87_700_000_100 + index));
    planInZoom(world.zoom, {meetings: numbers.map((id) => shownMeeting({id}))});
    for (const number of numbers) await write({message: `https://zoom.us/j/${number}`});
    expect(world.chat.shown).toHaveLength(10);
  });

  it('while Zoom is not set up', async () => {
    plugin = startPluginProcess({...world, zoom: undefined});
    await write();
    expect(world.chat.calls).toEqual([]);
  });

  it.each([
    ['Zoom', () => world.zoom.faults.set('findUser', () => zoomTrouble({kind: 'timeout'}))],
    ['the store', () => world.zoom.faults.set('findUser', () => storeUnavailable('down'))],
    ['Mattermost', () => world.chat.faults.set('preferences', () => chatUnavailable('down'))],
  ])('R-22 where %s fails, and nobody is told', async (_who, fail) => {
    fail();
    await write();
    expect(world.chat.shown).toEqual([]);
    expect(world.logger.lines.filter(({level}) => level !== 'debug')).toEqual([]);
  });
});
