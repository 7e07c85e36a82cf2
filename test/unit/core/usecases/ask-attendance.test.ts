import {beforeEach, describe, expect, it} from '@jest/globals';
import {applyEvent} from '../../../../server/core/domain/apply-event.js';
import type {Card} from '../../../../server/core/domain/card.js';
import type {MeetingEvent} from '../../../../server/core/domain/events.js';
import {chatUnavailable, zoomTrouble} from '../../../../server/core/ports/port-error.js';
import type {ZoomAttendance} from '../../../../server/core/ports/zoom/endpoints/past-participants.js';
import {createAskAttendance} from '../../../../server/core/usecases/ask-attendance.js';
import {createCards} from '../../../../server/outbound/store/cards.js';
import {createFakeWorld, type FakeWorld} from '../../../support/fake-world.js';
import {createSampleCard} from '../../../support/sample-card.js';

const MINUTE = 60_000;
const uuid = 'uuid-1==';
let world: FakeWorld;
let cards: ReturnType<typeof createCards>;
let ledNowhere: string[];
let asked: string[];
let isMattermostDown: boolean;
beforeEach(() => {
  world = createFakeWorld();
  cards = createCards(world);
  ledNowhere = [];
  asked = [];
  isMattermostDown = false;
});
const create = (isEachAskedFor = false) =>
  createAskAttendance({
    ...world,
    cards,
    recognise: async ({address, ...heard}, _cards, ifUntold) => {
      if (isMattermostDown && ifUntold === 'reject') throw chatUnavailable('no answer');
      return {...heard, ...(address === 'ben@example.org' && {userId: 'ben', name: 'Ben Berger'})};
    },
    record: async (event: MeetingEvent) => {
      const stored = await cards.ofNumber(event.number);
      await stored.update((card) => applyEvent(card, event));
    },
    isEachAskedFor,
    ledNowhere: (reason) => void ledNowhere.push(reason),
    newDeadline: () => new AbortController().signal,
  });
const mayAsk = async (patience: string): Promise<boolean> => (asked.push(patience), true);
const add = (changes: Partial<Card> = {}): Promise<void> =>
  cards.add(
    createSampleCard({
      occurrence: uuid,
      startedAt: world.clock.now() - 30 * MINUTE,
      endedAt: world.clock.now(),
      ...changes,
    }),
  );
const {number} = createSampleCard().meeting;
const stays = async () => (await cards.ofNumber(number)).cards[0]?.stays;
const attendance = (changes: Partial<ZoomAttendance>): ZoomAttendance => ({
  stayId: '16778240',
  zoomUserId: undefined,
  name: 'Cem',
  address: undefined,
  joinedAt: world.clock.now() - 20 * MINUTE,
  leftAt: world.clock.now() - 5 * MINUTE,
  ...changes,
});
const aStay = {id: '1', name: 'Ana', namedAt: 1, joined: {meeting: 1}, left: {}};

describe('who took part in a meeting of which no webhook told', () => {
  it('R-02 is filled in from Zoom’s list, with Mattermost’s people, and no address goes on record', async () => {
    await add();
    const ben = {stayId: '2', zoomUserId: 'zoom-ben', name: 'Benny', address: 'ben@example.org'};
    world.zoom.attendances.set(uuid, [attendance({}), attendance(ben)]);
    expect(await create()(number, mayAsk)).toBe('done');
    expect(await stays()).toHaveLength(2);
    expect(await stays()).toContainEqual(expect.objectContaining({name: 'Cem'}));
    expect(await stays()).toContainEqual(expect.objectContaining({userId: 'ben', name: 'Ben Berger'}));
    expect(JSON.stringify(world.keyValue.rows())).not.toContain('example.org');
  });

  it('is asked for once, also where Zoom knows of nobody', async () => {
    await add();
    world.zoom.attendances.set(uuid, []);
    const ask = create();
    expect([await ask(number, mayAsk), await ask(number, mayAsk)]).toEqual(['done', 'done']);
    expect([world.zoom.calls, await stays()]).toEqual([['pastParticipants'], []]);
  });

  it('is completed where the end had to be found out, whoever is known already', async () => {
    await add({stays: [aStay], endFoundAt: world.clock.now()});
    world.zoom.attendances.set(uuid, [attendance({})]);
    await create()(number, mayAsk);
    expect(await stays()).toHaveLength(2);
  });

  it.each([
    ['whose end and people webhooks have told', {stays: [aStay]}],
    ['that goes on', {endedAt: undefined}],
    ['whose post is deleted', {postGone: true as const}],
    [
      'that nobody saw an occurrence of',
      {occurrence: undefined, meeting: {...createSampleCard().meeting, uuid: undefined}},
    ],
  ])('is not asked for of a meeting %s', async (_which, changes: Partial<Card>) => {
    await add(changes);
    expect([await create()(number, mayAsk), asked, world.zoom.calls]).toEqual(['done', [], []]);
  });

  it('is asked for again while Zoom has nothing yet, and given up after a quarter of an hour', async () => {
    await add();
    const ask = create();
    expect(await ask(number, mayAsk)).toBe('later');
    world.clock.advance(16 * MINUTE);
    expect([await ask(number, mayAsk), ledNowhere]).toEqual(['done', []]);
  });

  it('R-03 waits until Mattermost says who they are: a colleague would be a guest for good', async () => {
    await add();
    const ben = {stayId: '2', zoomUserId: 'zoom-ben', name: 'Benny', address: 'ben@example.org'};
    world.zoom.attendances.set(uuid, [attendance({}), attendance(ben)]);
    const ask = create();
    isMattermostDown = true;
    expect([await ask(number, mayAsk), await stays()]).toEqual(['later', undefined]);
    isMattermostDown = false;
    expect(await ask(number, mayAsk)).toBe('done');
    expect(await stays()).toContainEqual(expect.objectContaining({userId: 'ben'}));
  });

  it('waits for its turn', async () => {
    await add();
    expect([await create()(number, async () => false), world.zoom.calls]).toEqual(['not-now', []]);
  });
});

describe('an app that may not see who took part', () => {
  it.each([
    ['it lacks the scope', {kind: 'missing-scope', scopes: []} as const],
    ['the host may not', {kind: 'forbidden'} as const],
    ['the account has no licence for it', {kind: 'refused', code: 200} as const],
  ])('is not asked again for an hour, and nobody is told but the log: %s', async (_why, problem) => {
    await add();
    world.zoom.faults.set('pastParticipants', () => zoomTrouble(problem));
    const ask = create();
    expect([await ask(number, mayAsk), await ask(number, mayAsk)]).toEqual(['done', 'done']);
    expect([world.zoom.calls, ledNowhere]).toEqual([['pastParticipants'], [`participants: ${problem.kind}`]]);
  });

  it('is asked for others where each lets it do other things', async () => {
    await add();
    const meeting = {...createSampleCard().meeting, number: '85500000002'};
    const bens = createSampleCard({id: 'two', meeting, endedAt: world.clock.now()});
    await cards.add({...bens, host: {...bens.host, userId: 'ben'}});
    world.zoom.faults.set('pastParticipants', () => zoomTrouble({kind: 'missing-scope', scopes: []}));
    const ask = create(true);
    await ask(number, mayAsk);
    await ask('85500000002', mayAsk);
    expect(world.zoom.calls).toHaveLength(2);
  });

  it('is asked again later where Zoom only failed to answer', async () => {
    await add();
    world.zoom.faults.set('pastParticipants', () => zoomTrouble({kind: 'timeout'}));
    expect(await create()(number, mayAsk)).toBe('later');
  });
});
