import {beforeEach, describe, expect, it} from '@jest/globals';
import {type Card, cardState} from '../../../../server/core/domain/card.js';
import {NO_ACTIVITY} from '../../../../server/core/domain/webhook-activity.js';
import type {Job} from '../../../../server/core/ports/jobs.js';
import {botShutOut, chatRefused, chatUnavailable} from '../../../../server/core/ports/port-error.js';
import type {AskAttendance} from '../../../../server/core/usecases/ask-attendance.js';
import {createAskZoomAbout} from '../../../../server/core/usecases/ask-zoom-about.js';
import type {JobKind} from '../../../../server/inbound/jobs/job-kind.js';
import {createJobKinds} from '../../../../server/inbound/jobs/registry.js';
import {LOOK_AFTER_MS} from '../../../../server/inbound/jobs/look-after.js';
import {createTurns} from '../../../../server/outbound/store/turns.js';
import {addPersonalCard} from '../../../support/add-personal-card.js';
import {createFakeWorld, type FakeWorld} from '../../../support/fake-world.js';
import {passTimeUntil} from '../../../support/pass-time-until.js';
import {ana} from '../../../support/people.js';
import {startPluginProcess} from '../../../support/plugin-process.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const signal = new AbortController().signal;
let world: FakeWorld;
let plugin: ReturnType<typeof startPluginProcess>;
let acceptedAt: number | undefined;
let isZoomSetUp: boolean;
let ledNowhere: string[];
let unshown: string[];
/** What becomes of asking who took part, and whether it was allowed to. */
let attendance: Awaited<ReturnType<AskAttendance>>;
let patiences: boolean[];
beforeEach(() => {
  unshown = [];
  attendance = 'done';
  patiences = [];
  world = createFakeWorld();
  plugin = startPluginProcess(world);
  acceptedAt = undefined;
  isZoomSetUp = true;
  ledNowhere = [];
});
const create = () =>
  createJobKinds({
    ...world,
    cards: plugin.cards,
    showLagging: plugin.showLagging,
    leftUnshown: (number) => void unshown.push(number),
    record: plugin.record,
    askAttendance: async (_number, mayAsk) => (patiences.push(await mayAsk('patient')), attendance),
    askZoomAbout: createAskZoomAbout({...world, ...plugin, ledNowhere: count, newDeadline: () => signal}),
    activity: {
      read: async () => ({...NO_ACTIVITY, ...(acceptedAt !== undefined && {accepted: {at: acceptedAt}})}),
    },
    turns: createTurns(world, 1_000),
    revokeKept: async () => 'done',
    isZoomSetUp,
    ledNowhere: count,
  });
const count = (reason: string): void => void ledNowhere.push(reason);
const run = async (job: Partial<Job> = {}) => {
  // Turns that were taken before are over.
  world.clock.advance(10_000);
  const kind = create().find(({name}) => name === 'ask-zoom') as JobKind;
  const now = world.clock.now();
  const due = {about: number(), since: now - LOOK_AFTER_MS, dueAt: now, tries: 0};
  return passTimeUntil(world.clock, kind.run({...due, ...job}, signal));
};
const number = (): string => world.zoom.meetings[0]?.number ?? '';
const status = (): unknown => [...world.chat.posts.values()][0]?.props['meeting_status'];

describe('asking Zoom about a meeting whose end never came', () => {
  it('begins with every start', async () => {
    await plugin.start(ana.id);
    expect(plugin.watched()).toEqual([number()]);
  });

  it('asks nothing when the end has come', async () => {
    await plugin.start(ana.id);
    await plugin.record({kind: 'ended', number: number(), endedAt: world.clock.now(), receivedAt: 0});
    const before = world.zoom.calls.length;
    expect(await run()).toBe('done');
    expect(world.zoom.calls.length).toBe(before);
  });

  it('ends the card when Zoom knows the end', async () => {
    await plugin.start(ana.id);
    world.clock.advance(LOOK_AFTER_MS);
    const {uuid = '', hostId} = world.zoom.meetings[0] ?? {};
    world.zoom.states.delete(number());
    world.zoom.past.set(uuid, {uuid, hostId, startedAt: undefined, endedAt: world.clock.now() - 60_000});
    expect(await run()).toBe('done');
    expect(status()).toBe('ENDED');
  });

  it('shows the end that a node knew and died before it could show, and is done with it', async () => {
    await plugin.start(ana.id);
    const stored = await plugin.cards.ofNumber(number());
    await stored.update((card) => ({...card, endedAt: world.clock.now()}));
    expect([await run(), unshown]).toEqual(['done', []]);
    expect(status()).toBe('ENDED');
  });

  it.each([chatUnavailable, chatRefused, botShutOut])(
    'leaves an end that Mattermost does not take (%p) to the job that tries for longer',
    async (refusal) => {
      await plugin.start(ana.id);
      const stored = await plugin.cards.ofNumber(number());
      await stored.update((card) => ({...card, endedAt: world.clock.now()}));
      world.chat.faults.set('rewritePost', () => refusal('not now'));
      expect([await run(), unshown]).toEqual(['done', [number()]]);
    },
  );

  it('R-02 asks every seven minutes while no webhook has ever come since the start', async () => {
    await plugin.start(ana.id);
    const before = world.zoom.calls.length;
    for (const tries of [0, 1, 5]) expect(await run({tries})).toEqual({again: 7 * MINUTE});
    expect(world.zoom.calls.slice(before).filter((call) => call === 'meeting')).toHaveLength(3);
  });

  /** The minutes after the start at which Zoom was asked, where a look comes every seven. */
  const askedAt = async (
    hours: number,
    arrive: (minutes: number) => number | undefined,
  ): Promise<number[]> => {
    const since = world.clock.now();
    const asked: number[] = [];
    for (let minutes = 7; minutes <= hours * 60; minutes += 7) {
      world.clock.advance(since + minutes * MINUTE - world.clock.now() - 10_000);
      const arrived = arrive(minutes);
      acceptedAt = arrived === undefined ? undefined : since + arrived * MINUTE;
      const before = world.zoom.calls.length;
      const job = {since, dueAt: since + minutes * MINUTE, tries: minutes / 7 - 1};
      expect(await run(job)).toEqual({again: 7 * MINUTE});
      if (world.zoom.calls.slice(before).includes('meeting')) asked.push(minutes);
    }
    return asked;
  };

  it('asks ever more rarely while webhooks come', async () => {
    await plugin.start(ana.id);
    expect(await askedAt(12, (minutes) => minutes - 1)).toEqual([14, 28, 56, 112, 224, 448, 693]);
  });

  it('R-02 asks every seven minutes again soon after webhooks have stopped', async () => {
    await plugin.start(ana.id);
    const asked = await askedAt(2, (minutes) => Math.min(minutes - 1, 35));
    expect(asked).toEqual([14, 28, 42, 49, 56, 63, 70, 77, 84, 91, 98, 105, 112, 119]);
  });

  it('R-02 asks every seven minutes about a meeting whose start no webhook has told, whatever comes of others', async () => {
    await plugin.start(ana.id);
    const {uuid = '', hostId} = world.zoom.meetings[0] ?? {};
    world.zoom.states.set(number(), {uuid, hostId, status: 'started'});
    expect(await askedAt(1, (minutes) => minutes - 1)).toEqual([14, 21, 28, 35, 42, 49, 56]);
  });

  it('asks at once where somebody wants it soon, as after a restore', async () => {
    await plugin.start(ana.id);
    acceptedAt = world.clock.now() + 10_000;
    const before = world.zoom.calls.length;
    await run({since: world.clock.now() - 20_000});
    expect(world.zoom.calls.slice(before)).toContain('meeting');
  });

  it('stops after the longest meeting that there is', async () => {
    await plugin.start(ana.id);
    const since = world.clock.now();
    world.clock.advance(31 * HOUR);
    expect(await run({since})).toBe('done');
    expect(ledNowhere).toEqual(['never-found-out']);
  });

  it('leaves the turn to others when too many wait', async () => {
    await plugin.start(ana.id);
    const others = createTurns(world, 1_000);
    for (let turn = 0; turn < 100; turn += 1) await others.take(HOUR);
    const before = world.zoom.calls.length;
    expect(await run()).toEqual({again: 0});
    expect(world.zoom.calls.length).toBe(before);
  });
});

describe('asking Zoom about a meeting that it no longer knows', () => {
  const zoomCard = (): unknown => [...world.chat.posts.values()][0]?.props['zoom_card'];
  const begin = async (): Promise<void> => {
    await plugin.start(ana.id);
    const now = world.clock.now();
    await plugin.record({kind: 'started', number: number(), startedAt: now, receivedAt: now});
    world.clock.advance(LOOK_AFTER_MS);
    world.zoom.states.clear();
  };
  const asked = () => world.zoom.calls.slice(2);

  it('closes its card, and asks for its past at once, and 5 and 10 minutes later', async () => {
    await begin();
    expect(await run()).toEqual({again: 5 * MINUTE});
    expect(zoomCard()).toMatchObject({state: 'ended'});
    world.clock.advance(5 * MINUTE);
    expect(await run()).toEqual({again: 5 * MINUTE});
    world.clock.advance(5 * MINUTE);
    expect(await run()).toBe('done');
    expect(asked()).toEqual(['meeting', 'pastMeeting', 'pastMeeting', 'pastMeeting']);
    expect(await run()).toBe('done');
  });

  it('fills in what lagged behind, and is done with it', async () => {
    await begin();
    await run();
    const {uuid = '', hostId} = world.zoom.meetings[0] ?? {};
    const endedAt = world.clock.now() - MINUTE;
    world.zoom.past.set(uuid, {uuid, hostId, startedAt: endedAt - 9 * MINUTE, endedAt});
    expect(await run()).toBe('done');
    expect(zoomCard()).toMatchObject({state: 'ended', ended_at: endedAt});
  });

  it('says so of one that nobody saw start, after the second answer, and is done with it', async () => {
    await plugin.start(ana.id);
    world.zoom.states.clear();
    expect(await run()).toEqual({again: 5 * MINUTE});
    expect(zoomCard()).toMatchObject({state: 'waiting'});
    world.clock.advance(5 * MINUTE);
    expect(await run()).toBe('done');
    expect(zoomCard()).toMatchObject({state: 'unknown'});
    const before = world.zoom.calls.length;
    expect(await run()).toBe('done');
    expect(world.zoom.calls.length).toBe(before);
  });

  it('goes on in its usual pace where the meeting has begun after all', async () => {
    await plugin.start(ana.id);
    const states = new Map(world.zoom.states);
    world.zoom.states.clear();
    await run();
    const {uuid = '', hostId} = world.zoom.meetings[0] ?? {};
    for (const [key] of states) world.zoom.states.set(key, {uuid, hostId, status: 'started'});
    expect(await run()).toEqual({again: LOOK_AFTER_MS});
    expect(zoomCard()).toMatchObject({state: 'live'});
  });

  it('waits while Zoom is not set up: no question, no turn, no line', async () => {
    await plugin.start(ana.id);
    isZoomSetUp = false;
    const before = JSON.stringify(world.keyValue.rows());
    expect(await run()).toEqual({again: LOOK_AFTER_MS});
    expect([asked(), ledNowhere, JSON.stringify(world.keyValue.rows())]).toEqual([[], [], before]);
  });
});

describe('asking Zoom who took part', () => {
  const end = async (): Promise<void> => {
    await plugin.start(ana.id);
    await plugin.record({kind: 'ended', number: number(), endedAt: world.clock.now(), receivedAt: 0});
  };

  it('R-02 brings the job back after the end while Zoom has nothing yet', async () => {
    await end();
    attendance = 'later';
    expect(await run()).toEqual({again: 5 * MINUTE});
  });

  it('comes second: behind a question about what runs it takes no turn that others wait for', async () => {
    await plugin.start(ana.id);
    const others = createTurns(world, 1_000);
    world.zoom.faults.set('meeting', async () => {
      for (let turn = 0; turn < 9; turn += 1) await others.take(HOUR);
      return undefined;
    });
    await run();
    expect(patiences).toEqual([false]);
    await end();
    await run({about: world.zoom.meetings[1]?.number ?? ''});
    expect(patiences).toEqual([false, true]);
  });
});

describe('a card under a personal ID that nobody begins', () => {
  const pmi = '5551234567';
  const openPersonal = async (): Promise<void> => {
    await addPersonalCard(world, plugin, pmi);
    world.zoom.states.set(pmi, {uuid: 'next==', hostId: 'zoom-ana', status: 'waiting'});
  };
  const state = async () => cardState((await plugin.cards.ofNumber(pmi)).cards[0] as Card);

  it('is closed after an hour, and asked about no more', async () => {
    await openPersonal();
    world.clock.advance(50 * MINUTE);
    expect([await run({about: pmi}), await state()]).toEqual([{again: 7 * MINUTE}, 'waiting']);
    world.clock.advance(10 * MINUTE);
    expect([await run({about: pmi}), await state()]).toEqual(['done', 'expired']);
  });

  it('is not closed where Zoom, asked just then, says that it runs', async () => {
    await openPersonal();
    world.clock.advance(50 * MINUTE);
    world.zoom.states.set(pmi, {uuid: 'mine==', hostId: 'zoom-ana', status: 'started'});
    await run({about: pmi});
    world.clock.advance(10 * MINUTE);
    expect([await run({about: pmi}), await state()]).toEqual([{again: 7 * MINUTE}, 'live']);
  });
});
