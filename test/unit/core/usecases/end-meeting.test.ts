import {beforeEach, describe, expect, it} from '@jest/globals';
import {type Card, cardState} from '../../../../server/core/domain/card.js';
import {zoomTrouble} from '../../../../server/core/ports/port-error.js';
import {createAllowance} from '../../../../server/core/usecases/allowance.js';
import {createEndMeeting, type EndMeeting} from '../../../../server/core/usecases/end-meeting.js';
import {createFakeWorld, type FakeWorld} from '../../../support/fake-world.js';
import {passTimeUntil} from '../../../support/pass-time-until.js';
import {admin, ana, ben} from '../../../support/people.js';
import {startPluginProcess} from '../../../support/plugin-process.js';
import {channelId} from '../../../support/sample-card.js';

let world: FakeWorld;
let plugin: ReturnType<typeof startPluginProcess>;
let endMeeting: EndMeeting;
let named: {cardId: string; number: string};
const {signal} = new AbortController();
beforeEach(async () => {
  world = createFakeWorld();
  plugin = startPluginProcess(world);
  endMeeting = createEndMeeting({
    ...world,
    cards: plugin.cards,
    audit: (record) => void world.audits.push(record),
    allowance: createAllowance(),
    record: plugin.record,
    askZoomAbout: plugin.askZoomAbout,
  });
  const outcome = await plugin.start(ana.id);
  if (outcome.kind !== 'started') throw new Error('Expected a start');
  named = {cardId: outcome.card.id, number: outcome.card.meeting.number};
});

const uuid = (): string => `uuid-of-${named.number}==`;
const begin = async (): Promise<void> => {
  world.zoom.states.set(named.number, {uuid: uuid(), hostId: 'zoom-ana', status: 'started'});
  const receivedAt = world.clock.now();
  await plugin.record({
    kind: 'started',
    number: named.number,
    uuid: uuid(),
    startedAt: receivedAt,
    receivedAt,
  });
  world.clock.advance(60_000);
};
const card = async (): Promise<Card> => (await plugin.cards.ofNumber(named.number)).cards[0] as Card;
const end = (userId = ana.id) => endMeeting({...named, userId, signal});

describe('the end of a meeting', () => {
  beforeEach(begin);

  it('is in Zoom and on the card at once, and is written down', async () => {
    expect(await end()).toEqual({kind: 'done', topic: 'Weekly planning'});
    expect(world.zoom.states.has(named.number)).toBe(false);
    expect(world.zoom.subjects.at(-1)).toEqual({kind: 'host', userId: ana.id, zoomUserId: 'zoom-ana'});
    expect(await card()).toMatchObject({endReceivedAt: world.clock.now(), occurrence: uuid()});
    expect(world.audits).toEqual([
      {event: 'meeting-ended', userId: ana.id, cardId: named.cardId, as: 'host'},
    ]);
  });

  it('has the time that Zoom tells of it later', async () => {
    await end();
    const endedAt = world.clock.now() - 1_000;
    world.clock.advance(2_000);
    const receivedAt = world.clock.now();
    await plugin.record({kind: 'ended', number: named.number, uuid: uuid(), endedAt, receivedAt});
    expect(await card()).toMatchObject({endedAt});
  });

  it('is once, however often somebody presses', async () => {
    await end();
    expect(await end()).toEqual({kind: 'ended'});
    expect(world.zoom.calls.filter((call) => call === 'endMeeting')).toHaveLength(1);
  });

  it('A-01 is for an administrator of its channel too, asked at the press', async () => {
    expect(await end(ben.id)).toEqual({kind: 'not-theirs'});
    world.chat.channelAdmins.add(`${channelId} ${ben.id}`);
    expect(await end(ben.id)).toMatchObject({kind: 'done'});
    expect(world.audits).toMatchObject([{userId: ben.id, as: 'channel-admin'}]);
  });

  it.each<[string, () => unknown]>([
    ['has left the channel', () => world.chat.members.delete(`${channelId} ${ben.id}`)],
    ['is a guest now', () => world.chat.users.set(ben.id, {...ben, isGuest: true})],
    ['is deactivated', () => world.chat.users.set(ben.id, {...ben, isDeactivated: true})],
  ])('A-01 is not for an administrator of the channel who %s', async (_what, change) => {
    world.chat.channelAdmins.add(`${channelId} ${ben.id}`);
    change();
    expect(await end(ben.id)).toEqual({kind: 'not-theirs'});
    expect(world.zoom.calls).not.toContain('endMeeting');
  });

  it('A-01 is not for a system administrator who is not in the channel', async () => {
    world.chat.users.set(admin.id, admin);
    expect(await end(admin.id)).toEqual({kind: 'not-theirs'});
  });

  it('A-01 is not for a host who is no longer in the channel', async () => {
    world.chat.members.delete(`${channelId} ${ana.id}`);
    expect(await end()).toEqual({kind: 'no-access'});
    expect(world.zoom.calls).not.toContain('endMeeting');
  });

  it.each([
    ['another card', {cardId: 'another'}],
    ['another meeting', {number: '99999999999'}],
  ])('is not to be had by %s', async (_what, changes) => {
    expect(await endMeeting({...named, ...changes, userId: ana.id, signal})).toEqual({kind: 'not-theirs'});
  });

  it('is told where Zoom knows of one that nobody told us', async () => {
    world.zoom.states.delete(named.number);
    const times = {startedAt: world.clock.now() - 60_000, endedAt: world.clock.now() - 30_000};
    world.zoom.past.set(uuid(), {uuid: uuid(), hostId: 'zoom-ana', ...times});
    expect(await end()).toEqual({kind: 'ended'});
    expect(await card()).toMatchObject(times);
    expect(world.audits).toEqual([]);
  });

  it('is not where Zoom refuses it although it runs: nothing changes', async () => {
    world.zoom.faults.set('endMeeting', () => zoomTrouble({kind: 'refused', code: 3063}));
    expect(await end()).toEqual({kind: 'zoom-trouble', problem: {kind: 'refused', code: 3063}});
    expect(cardState(await card())).toBe('live');
  });

  it.each([
    ['a scope is missing', {kind: 'missing-scope', scopes: ['meeting:update:status']}],
    ['nobody knows whether it was done', {kind: 'timeout'}],
  ] as const)('changes nothing where %s, and a line of the log says so', async (_what, problem) => {
    world.zoom.faults.set('endMeeting', () => zoomTrouble(problem));
    expect(await end()).toEqual({kind: 'zoom-trouble', problem});
    expect(cardState(await card())).toBe('live');
    expect(world.logger.lines).toMatchObject([{level: 'warn', message: 'Zoom did not end a meeting'}]);
  });

  it('is asked of Zoom ten times a minute at most', async () => {
    world.zoom.faults.set('endMeeting', () => zoomTrouble({kind: 'timeout'}));
    for (let times = 0; times < 10; times += 1) expect(await end()).toMatchObject({kind: 'zoom-trouble'});
    expect(await end()).toEqual({kind: 'too-many', nextAt: world.clock.now() + 60_000});
    expect(world.zoom.calls.filter((call) => call === 'endMeeting')).toHaveLength(10);
  });
});

it('A meeting that has not begun in Zoom has no end', async () => {
  expect(await end()).toEqual({kind: 'not-started'});
  expect(cardState(await card())).toBe('waiting');
  expect(world.audits).toEqual([]);
});

it('A meeting of whose start nobody was told ends all the same', async () => {
  world.zoom.states.set(named.number, {uuid: uuid(), hostId: 'zoom-ana', status: 'started'});
  expect(await end()).toMatchObject({kind: 'done'});
  expect(cardState(await card())).toBe('ended');
});

describe('the end of a meeting under a personal number', () => {
  beforeEach(async () => {
    await begin();
    const stored = await plugin.cards.ofNumber(named.number);
    await stored.update((one) => ({...one, kind: 'personal'}));
  });

  it('is that of its own occurrence', async () => {
    expect(await end()).toMatchObject({kind: 'done'});
  });

  it('is never that of another session of the host’s', async () => {
    world.zoom.states.set(named.number, {uuid: 'private==', hostId: 'zoom-ana', status: 'started'});
    // The card is shown twice.
    expect(await passTimeUntil(world.clock, end())).toEqual({kind: 'ended'});
    expect(world.zoom.calls).not.toContain('endMeeting');
    expect(world.zoom.states.get(named.number)).toMatchObject({uuid: 'private=='});
  });
});

it('A-01 The end of a meeting whose host Zoom did not name is that of its own occurrence: the number may be somebody’s own', async () => {
  await begin();
  const stored = await plugin.cards.ofNumber(named.number);
  await stored.update((one) => ({...one, meeting: {...one.meeting, hostId: undefined}}));
  world.zoom.states.set(named.number, {uuid: 'private==', hostId: 'zoom-ana', status: 'started'});
  await passTimeUntil(world.clock, end());
  expect(world.zoom.calls).not.toContain('endMeeting');
});
