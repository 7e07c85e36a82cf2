import {beforeEach, describe, expect, it} from '@jest/globals';
import {type Card, cardState} from '../../../../server/core/domain/card.js';
import type {Whereabouts} from '../../../../server/core/domain/events.js';
import type {ZoomProblem} from '../../../../server/core/domain/zoom-problem.js';
import {zoomTrouble} from '../../../../server/core/ports/port-error.js';
import {createAllowance} from '../../../../server/core/usecases/allowance.js';
import {type CancelMeeting, createCancelMeeting} from '../../../../server/core/usecases/cancel-meeting.js';
import {createFindHosted} from '../../../../server/core/usecases/find-hosted.js';
import {createFakeWorld, type FakeWorld} from '../../../support/fake-world.js';
import {ana, ben} from '../../../support/people.js';
import {startPluginProcess} from '../../../support/plugin-process.js';
import {channelId} from '../../../support/sample-card.js';

let world: FakeWorld;
let plugin: ReturnType<typeof startPluginProcess>;
let cancelMeeting: CancelMeeting;
let named: {cardId: string; number: string};
const {signal} = new AbortController();
beforeEach(async () => {
  world = createFakeWorld();
  plugin = startPluginProcess(world);
  cancelMeeting = createCancelMeeting({
    ...world,
    findHosted: createFindHosted({cards: plugin.cards, chat: world.chat}),
    audit: (record) => void world.audits.push(record),
    allowance: createAllowance(),
    record: plugin.record,
    askZoomAbout: plugin.askZoomAbout,
  });
  const outcome = await plugin.start(ana.id);
  if (outcome.kind !== 'started') throw new Error('Expected a start');
  named = {cardId: outcome.card.id, number: outcome.card.meeting.number};
});

const cancel = (userId = ana.id) => cancelMeeting({...named, userId, signal});
const card = async (): Promise<Card> => (await plugin.cards.ofNumber(named.number)).cards[0] as Card;
const makePersonal = async (): Promise<void> => {
  await (await plugin.cards.ofNumber(named.number)).update((one) => ({...one, kind: 'personal'}));
};
const topic = 'Weekly planning';

describe('a meeting that nobody has come to', () => {
  it('is taken back by its host: deleted in Zoom, cancelled on the card, and written down', async () => {
    expect(await cancel()).toEqual({kind: 'done', topic, inZoom: 'deleted'});
    expect(world.zoom.states.has(named.number)).toBe(false);
    expect(cardState(await card())).toBe('cancelled');
    expect([...world.chat.posts.values()][0]?.message).toContain('cancelled the Zoom meeting');
    expect(world.audits).toEqual([
      {event: 'meeting-cancelled', userId: ana.id, cardId: named.cardId, as: 'host'},
    ]);
  });

  it('is taken back where somebody has deleted it in Zoom already', async () => {
    world.zoom.states.delete(named.number);
    expect(await cancel()).toEqual({kind: 'done', topic, inZoom: 'deleted'});
  });

  it('is closed here alone where it has the host’s own number', async () => {
    await makePersonal();
    expect(await cancel()).toEqual({kind: 'done', topic, inZoom: 'personal'});
    expect(world.zoom.states.has(named.number)).toBe(true);
    expect(cardState(await card())).toBe('cancelled');
  });

  it.each<[string, ZoomProblem, string]>([
    ['the app may not delete meetings', {kind: 'missing-scope', scopes: []}, 'not-allowed'],
    ['Zoom says that the number is personal', {kind: 'refused', code: 3018}, 'personal'],
  ])('is closed here alone where %s', async (_what, problem, inZoom) => {
    world.zoom.faults.set('deleteMeeting', () => zoomTrouble(problem));
    expect(await cancel()).toEqual({kind: 'done', topic, inZoom});
    expect(cardState(await card())).toBe('cancelled');
  });

  it.each<[string, ZoomProblem]>([
    ['refuses', {kind: 'refused', code: 3000}],
    ['does not answer', {kind: 'timeout'}],
    ['is overburdened', {kind: 'rate-limited', per: 'second', resumesAt: undefined}],
  ])('stays as it is where Zoom %s', async (_what, problem) => {
    world.zoom.faults.set('deleteMeeting', () => zoomTrouble(problem));
    expect(await cancel()).toEqual({kind: 'zoom-trouble', problem});
    expect(cardState(await card())).toBe('waiting');
    expect(world.audits).toEqual([]);
  });

  it('stays as it is where Zoom does not say whether it waits', async () => {
    world.zoom.states.set(named.number, {uuid: undefined, hostId: undefined, status: undefined});
    expect(await cancel()).toMatchObject({kind: 'zoom-trouble', problem: {kind: 'not-understood'}});
    expect(world.zoom.calls).not.toContain('deleteMeeting');
  });

  it('A-01 is its host’s alone', async () => {
    world.chat.channelAdmins.add(`${channelId} ${ben.id}`);
    expect(await cancel(ben.id)).toEqual({kind: 'not-the-host'});
    world.chat.members.delete(`${channelId} ${ana.id}`);
    expect(await cancel()).toEqual({kind: 'no-access'});
    expect(world.zoom.calls).not.toContain('meeting');
  });
});

describe('a meeting that somebody has come to', () => {
  it('is not taken back, which Zoom knows at the press: the card catches up', async () => {
    world.zoom.states.set(named.number, {uuid: 'u==', hostId: 'zoom-ana', status: 'started'});
    expect(await cancel()).toEqual({kind: 'has-begun'});
    expect(world.zoom.calls).not.toContain('deleteMeeting');
    expect(cardState(await card())).toBe('live');
  });

  it('is not taken back where it begins between the question and the deletion', async () => {
    world.zoom.faults.set('deleteMeeting', () => zoomTrouble({kind: 'refused', code: 3002}));
    expect(await cancel()).toEqual({kind: 'has-begun'});
    expect(cardState(await card())).toBe('waiting');
  });

  it.each<Whereabouts>(['forTheHost', 'waitingRoom'])(
    'is not taken back while they wait: %s',
    async (where) => {
      const receivedAt = world.clock.now();
      const participant = {name: 'Guest', stayId: '1'};
      await plugin.record({kind: 'joined', number: named.number, receivedAt, participant, where});
      expect(await cancel()).toEqual({kind: 'has-begun'});
      expect(world.zoom.calls).not.toContain('meeting');
    },
  );

  it('is not taken back once it is over', async () => {
    const receivedAt = world.clock.now();
    await plugin.record({kind: 'ended', number: named.number, endedAt: receivedAt, receivedAt});
    expect(await cancel()).toEqual({kind: 'ended'});
  });
});

it('A personal meeting is not taken back while a session runs under its number', async () => {
  await makePersonal();
  world.zoom.states.set(named.number, {uuid: 'u==', hostId: 'zoom-ana', status: 'started'});
  expect(await cancel()).toEqual({kind: 'has-begun'});
});
