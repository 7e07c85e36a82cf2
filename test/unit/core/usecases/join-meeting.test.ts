import {beforeEach, describe, expect, it} from '@jest/globals';
import {ZOOM_HOSTS} from '../../../../contract/link-rules.js';
import type {ChatUser} from '../../../../server/core/ports/chat.js';
import {zoomTrouble} from '../../../../server/core/ports/port-error.js';
import {createAllowance} from '../../../../server/core/usecases/allowance.js';
import {createJoinMeeting, type JoinMeeting} from '../../../../server/core/usecases/join-meeting.js';
import {createPace} from '../../../../server/core/usecases/pace.js';
import {createRecentStrangers} from '../../../../server/core/usecases/recent-strangers.js';
import {newId} from '../../../../server/lib/new-id.js';
import {createFakeWorld, type FakeWorld} from '../../../support/fake-world.js';
import {passTimeUntil} from '../../../support/pass-time-until.js';
import {ana, ben, createPerson} from '../../../support/people.js';
import {startPluginProcess} from '../../../support/plugin-process.js';
import {channelId, createSampleCard} from '../../../support/sample-card.js';

const card = createSampleCard();
const {number} = card.meeting;
const joinable = {number, topic: 'Weekly planning', url: card.meeting.joinUrl, isRegistration: false};
const ticketOf = ({id}: ChatUser): string => `ticket of ${id} for ${card.id}`;
const cleo = createPerson('cleo');
const gone = () => Promise.reject(zoomTrouble({kind: 'refused', code: 3001}));

let world: FakeWorld;
let plugin: ReturnType<typeof startPluginProcess>;
let joinMeeting: JoinMeeting;
beforeEach(() => {
  world = createFakeWorld();
  plugin = startPluginProcess(world);
  world.chat.users.set(cleo.id, cleo);
  world.zoom.users.set(cleo.email, {
    id: 'zoom-cleo',
    email: cleo.email,
    status: 'active',
    accountId: 'acc-1',
  });
  Object.assign(world.zoom.operations, {
    getMeeting: gone,
    getWebinar: gone,
    listUpcomingMeetings: async () => ({meetings: []}),
  });
  joinMeeting = createJoinMeeting({
    ...world,
    cards: plugin.cards,
    consents: undefined,
    accountId: undefined,
    trustUnverifiedEmails: false,
    strangers: createRecentStrangers(world),
    askZoomAbout: plugin.askZoomAbout,
    pace: createPace({clock: world.clock, everyMs: 3_000}),
    newId: () => newId(world.random),
    allowance: createAllowance(),
    hosts: ZOOM_HOSTS,
    webUrl: 'https://zoom.us',
    ticketForCard: ({userId, cardId}) => `ticket of ${userId} for ${cardId}`,
  });
});

const join = (by: ChatUser = ben, link = '') =>
  joinMeeting({
    userId: by.id,
    user: world.chat.user(by.id),
    number,
    link,
    signal: new AbortController().signal,
  });
const begin = async (): Promise<void> => {
  const receivedAt = world.clock.now();
  await plugin.record({kind: 'started', number, uuid: 'uuid-1==', startedAt: receivedAt, receivedAt});
};

describe('a meeting that somebody sees a card of', () => {
  beforeEach(async () => {
    const {postId: id} = card;
    const content = {type: 'custom_zoom', message: '', props: {}} as const;
    const post = {...content, id, channelId, rootId: '', userId: 'bot', createdAt: 0, isDeleted: false};
    world.chat.posts.set(id, post);
    await plugin.cards.add(card);
  });

  it('is joined by its link once it runs, and Zoom is not asked', async () => {
    await begin();
    expect(await join()).toEqual({kind: 'runs', ...joinable, browserUrl: ticketOf(ben)});
    expect(world.zoom.calls).toEqual([]);
  });

  it('has not begun as long as its host is not there, as Zoom says at this moment', async () => {
    world.zoom.states.set(number, {uuid: 'uuid-1==', hostId: 'zoom-ana', status: 'waiting'});
    const waiting = {kind: 'not-begun', ...joinable, startsAt: undefined, cardId: card.id};
    expect(await join()).toEqual({...waiting, hostName: 'Ana Silva', browserUrl: ticketOf(ben)});
    expect(await join(ana)).toEqual({...waiting, hostName: undefined, browserUrl: ticketOf(ana)});
  });

  it('R-15 is looked for once, however many people press while its host is not there', async () => {
    world.zoom.states.set(number, {uuid: 'uuid-1==', hostId: 'zoom-ana', status: 'waiting'});
    const looks = (): number => world.zoom.calls.filter((call) => call === 'meeting').length;
    await join();
    const once = looks();
    expect(once).toBeGreaterThan(0);
    await Promise.all([join(ana), join(), join(ana)]);
    expect(looks()).toBe(once);
    world.clock.advance(3_000);
    await new Promise((resolve) => setImmediate(resolve));
    expect(await join()).toMatchObject({kind: 'not-begun'});
    expect(looks()).toBe(2 * once);
  });

  it('runs where only Zoom knows it yet', async () => {
    world.zoom.states.set(number, {uuid: 'uuid-1==', hostId: 'zoom-ana', status: 'started'});
    expect(await join()).toMatchObject({kind: 'runs'});
  });

  it('leads nowhere once it is over, and says to its host that they can have a fresh one', async () => {
    await begin();
    const ended = {kind: 'ended', number, uuid: 'uuid-1==', receivedAt: world.clock.now()} as const;
    // The card is shown twice.
    await passTimeUntil(world.clock, plugin.record(ended));
    const over = {kind: 'over', number, topic: 'Weekly planning'};
    expect(await join()).toEqual({...over, hostName: 'Ana Silva'});
    expect(await join(ana)).toEqual({...over, hostName: undefined});
  });

  it('A-01 is a number and no more for who is not in its channel: no topic, no passcode', async () => {
    await begin();
    const outcome = await join(cleo);
    expect(outcome).toEqual({
      kind: 'unknown',
      number,
      url: `https://zoom.us/j/${number}`,
      isGone: true,
      isGiven: false,
    });
    world.chat.members.add(`${channelId} ${cleo.id}`);
    expect(await join(cleo)).toMatchObject({kind: 'runs'});
  });
});

describe('a meeting without a card', () => {
  const shown = {
    id: number,
    host_id: 'zoom-ana',
    topic: 'Board',
    join_url: `https://zoom.us/j/${number}?pwd=abc`,
  };

  it('is known to its host, who can begin it', async () => {
    world.zoom.operations.getMeeting = async () => ({
      ...shown,
      start_time: '2026-11-23T15:00:00Z',
      status: 'waiting',
    });
    expect(await join(ana)).toEqual({
      kind: 'not-begun',
      number,
      topic: 'Board',
      url: shown.join_url,
      isRegistration: false,
      browserUrl: undefined,
      startsAt: Date.parse('2026-11-23T15:00:00Z'),
      cardId: '',
      hostName: undefined,
    });
    world.zoom.operations.getMeeting = async () => ({...shown, status: 'started'});
    expect(await join(ana)).toMatchObject({kind: 'runs', url: shown.join_url});
  });

  it('A-01 is a number and no more for others in the account', async () => {
    world.zoom.operations.getMeeting = async () => ({...shown, status: 'started'});
    const outcome = await join();
    expect(outcome).toMatchObject({kind: 'unknown', isGone: false, url: `https://zoom.us/j/${number}`});
    expect(JSON.stringify(outcome)).not.toMatch(/Board|pwd/);
  });

  it('is known to who is invited', async () => {
    world.zoom.operations.listUpcomingMeetings = async () => ({
      meetings: [{...shown, is_host: false, start_time: '2026-11-23T15:00:00Z'}],
    });
    expect(await join()).toMatchObject({kind: 'invited', topic: 'Board', url: shown.join_url});
  });

  it('keeps the link that was typed, with its passcode', async () => {
    const link = `https://zoom.us/j/${number}?pwd=mine`;
    expect(await join(ben, link)).toMatchObject({kind: 'unknown', url: link, isGiven: true});
  });

  it.each<[string, () => unknown]>([
    ['Zoom fails', () => world.zoom.faults.set('getMeeting', () => zoomTrouble({kind: 'timeout'}))],
    ['the person is a guest', () => world.chat.users.set(ben.id, {...ben, isGuest: true})],
    ['Zoom does not know the person', () => world.zoom.users.delete(ben.email)],
  ])('has a link all the same where %s', async (_what, change) => {
    change();
    expect(await join()).toMatchObject({kind: 'unknown', isGone: false, url: `https://zoom.us/j/${number}`});
  });

  it('is looked for ten times a minute at most', async () => {
    for (let times = 0; times < 10; times += 1) await join();
    expect(await join()).toEqual({kind: 'too-many', nextAt: world.clock.now() + 60_000});
  });
});
