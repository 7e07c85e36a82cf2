import {beforeEach, describe, expect, it} from '@jest/globals';
import type {KeyValue} from '../../../../server/core/ports/key-value.js';
import {storeUnavailable, zoomTrouble} from '../../../../server/core/ports/port-error.js';
import type {ZoomProblem} from '../../../../server/core/domain/zoom-problem.js';
import {
  ANA,
  BEN,
  type ConsentWorld,
  createConsentNode,
  createConsentWorld,
} from '../../../support/consents-under-test.js';
import {passTimeUntil} from '../../../support/pass-time-until.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
let world: ConsentWorld;
let node: ReturnType<typeof createConsentNode>;
beforeEach(async () => {
  world = createConsentWorld();
  node = createConsentNode(world);
  await node.connect(ANA, 'zoom-ana');
});

const owner = {kind: 'person', userId: ANA} as const;
const settle = <T>(work: Promise<T>): Promise<T> => passTimeUntil(world.clock, work);
/** What a call for Ana's token comes to: the token, or what is wrong. */
const outcomeOf = (work: Promise<string>): Promise<unknown> =>
  settle(work.catch((error: {details: {problem: ZoomProblem}}) => error.details.problem));
const notConnected = (because: string) => ({kind: 'not-connected', who: 'person', because});
const refusing = (problem: ZoomProblem) => async () => zoomTrouble(problem);

describe('The token of somebody who has consented', () => {
  it('is used until two minutes before its end, and then refreshed', async () => {
    world.clock.advance(HOUR - 2 * MINUTE - 1);
    expect(await node.token(ANA)).toBe('access-1');
    world.clock.advance(1);
    expect(await settle(node.token(ANA))).toBe('access-2');
    expect(world.zoom.refreshes).toEqual(['refresh-1']);
  });

  it('is each person’s own, and nobody’s who has not consented', async () => {
    await node.connect(BEN, 'zoom-ben');
    expect([await node.token(ANA), await node.token(BEN)]).toEqual(['access-1', 'access-2']);
    expect(await outcomeOf(node.token('nobody'))).toEqual(notConnected('never'));
    expect(world.zoom.refreshes).toEqual([]);
  });

  it('O-12 is refreshed by one request for ten calls on two nodes', async () => {
    const other = createConsentNode(world);
    world.clock.advance(HOUR);
    const calls = Array.from({length: 10}, (_, at) => (at % 2 === 0 ? node : other).token(ANA));
    expect(new Set(await settle(Promise.all(calls)))).toEqual(new Set(['access-2']));
    expect(world.zoom.refreshes).toEqual(['refresh-1']);
  });

  it('is refreshed once when Zoom refuses it before its time, and the new one is used', async () => {
    expect(node.discard(ANA, 'access-1')).toBe(true);
    expect(await settle(node.token(ANA))).toBe('access-2');
    expect(await node.token(ANA)).toBe('access-2');
    expect(world.zoom.refreshes).toEqual(['refresh-1']);
  });

  it('is not the one that Zoom has refused, for a call that had read it before it was refreshed', async () => {
    let answer = (): void => undefined;
    const answered = new Promise<void>((resolve) => (answer = resolve));
    let reads = 0;
    const keyValue: KeyValue = {
      ...world.keyValue,
      get: async (key) => {
        const row = await world.keyValue.get(key);
        if (key.startsWith('grant_') && (reads += 1) === 1) await answered;
        return row;
      },
    };
    const slow = createConsentNode(world, {keyValue});
    const early = slow.token(ANA);
    slow.discard(ANA, 'access-1');
    for (let time = 0; time < 2; time += 1) expect(await settle(slow.token(ANA))).toBe('access-2');
    answer();
    expect(await settle(early)).toBe('access-2');
    expect(world.zoom.refreshes).toEqual(['refresh-1']);
  });

  it('is refreshed where a wrong clock had noted that it would be good for longer than Zoom’s are', async () => {
    world.clock.advance(24 * HOUR);
    await settle(node.token(ANA));
    const back = {...world.clock, now: () => world.clock.now() - 24 * HOUR};
    const refresh: typeof world.zoom.refresh = async (token) => ({
      ...(await world.zoom.refresh(token)),
      goodUntil: back.now() + HOUR,
    });
    const turnedBack = createConsentNode({...world, clock: back}, {zoom: {...world.zoom, refresh}});
    expect(await settle(turnedBack.token(ANA))).toBe('access-3');
    expect(await turnedBack.token(ANA)).toBe('access-3');
  });

  it('keeps its scopes when a refresh names none', async () => {
    world.clock.advance(HOUR);
    const {refresh} = world.zoom;
    world.zoom.refresh = async (token) => ({...(await refresh(token)), scopes: []});
    await settle(node.token(ANA));
    expect(await node.grants.find(owner)).toMatchObject({grant: {tokens: {scopes: ['user:read:user']}}});
  });

  it('of the account is told to have no key once, and to be good again when the key is back', async () => {
    const account = {kind: 'account'} as const;
    const {grant} = (await node.grants.find(owner)) as {grant: Parameters<typeof node.grants.keep>[0]};
    await node.grants.keep({...grant, owner: account}, async () => false);
    const signal = new AbortController().signal;
    const tokenBy = (by: typeof node): Promise<unknown> =>
      by.credentials.token({kind: 'server'}, signal).catch((error: {details: unknown}) => error.details);
    const blind = createConsentNode(world, {keys: {seal: async () => '', open: async () => undefined}});
    for (let time = 0; time < 3; time += 1) {
      expect(await tokenBy(blind)).toMatchObject({
        problem: {kind: 'not-connected', who: 'account', because: 'key-lost'},
      });
    }
    expect(world.told).toEqual([{who: ANA, because: 'key-lost'}]);
    expect(await tokenBy(node)).toMatchObject({reveal: expect.any(Function)});
  });
});

describe('A refresh that fails', () => {
  beforeEach(() => world.clock.advance(HOUR));

  it.each<ZoomProblem>([
    {kind: 'rate-limited', per: 'day', resumesAt: undefined},
    {kind: 'server-error', status: 503},
    {kind: 'timeout'},
    {kind: 'unreachable'},
    {kind: 'not-understood', detail: 'other-shape'},
    {kind: 'unauthorized', because: 'client'},
    {kind: 'unauthorized', because: 'app-disabled'},
    {kind: 'unauthorized', because: 'request'},
    {kind: 'unauthorized'},
  ])('O-14 by %j is the trouble that the caller hears of, and the next call refreshes', async (problem) => {
    world.zoom.fault = refusing(problem);
    expect(await outcomeOf(node.token(ANA))).toEqual(problem);
    world.zoom.fault = undefined;
    expect(await settle(node.token(ANA))).toBe('access-2');
    expect(world.told).toEqual([]);
  });

  it.each([
    ['revoked', 'revoked'],
    ['owner-gone', 'owner-gone'],
    ['disabled', 'disabled'],
  ] as const)('because the consent is %s ends it, and that is told once', async (because, end) => {
    const other = createConsentNode(world);
    world.zoom.fault = refusing({kind: 'unauthorized', because});
    expect(await outcomeOf(node.token(ANA))).toEqual(notConnected(end));
    expect(await outcomeOf(other.token(ANA))).toEqual(notConnected(end));
    expect(world.told).toEqual([{who: ANA, because: end}]);
    expect(world.zoom.refreshes).toHaveLength(1);
    expect(await node.grants.personOf('zoom-ana')).toBeUndefined();
  });

  it('O-13 while another node has refreshed uses the pair of that one, and tells nobody', async () => {
    const other = createConsentNode(world);
    world.zoom.fault = async () => {
      world.zoom.fault = undefined;
      // Our lease runs out while our question is on its way.
      world.clock.advance(21_000);
      await other.token(ANA);
      return undefined;
    };
    expect(await outcomeOf(node.token(ANA))).toBe('access-2');
    expect(world.zoom.refreshes).toEqual(['refresh-1', 'refresh-1']);
    expect(world.told).toEqual([]);
  });

  it('is waited for by nobody longer than they have time, and the next call does not hang on it', async () => {
    let answer = (): void => undefined;
    const answered = new Promise<void>((resolve) => (answer = resolve));
    world.zoom.fault = async () => (await answered, zoomTrouble({kind: 'timeout'}));
    const caller = new AbortController();
    const hurried = node.token(ANA, caller.signal).catch((error: {details: unknown}) => error.details);
    await world.clock.untilWaiting();
    caller.abort();
    expect(await hurried).toMatchObject({problem: {kind: 'timeout'}});
    answer();
    await new Promise((resolve) => setImmediate(resolve));
    world.zoom.fault = undefined;
    expect(await settle(node.token(ANA))).toBe('access-2');
  });

  it('O-15 by the death of its process, between Zoom’s answer and the store, asks once to connect anew', async () => {
    const died = new Promise<undefined>(() => undefined);
    const dying = createConsentNode(world, {
      zoom: {...world.zoom, refresh: async (token) => (await world.zoom.refresh(token), died as never)},
    });
    void dying.token(ANA).catch(() => undefined);
    while (world.zoom.refreshes.length === 0) await new Promise((resolve) => setImmediate(resolve));
    const restarted = createConsentNode(world);
    expect(await outcomeOf(restarted.token(ANA))).toEqual(notConnected('revoked'));
    expect(await outcomeOf(restarted.token(ANA))).toEqual(notConnected('revoked'));
    expect(world.told).toEqual([{who: ANA, because: 'revoked'}]);
    await restarted.connect(ANA, 'zoom-ana');
    expect(await restarted.token(ANA)).toBe('access-3');
  });
});

describe('What Zoom has given', () => {
  beforeEach(() => world.clock.advance(HOUR));

  it('is stored before it is used, and asked for no second time while the store is out of order', async () => {
    let isBroken = true;
    const keyValue: KeyValue = {
      ...world.keyValue,
      compareAndSet: async (key, ...rest) => {
        if (isBroken && key.startsWith('grant_')) throw storeUnavailable('out of order');
        return world.keyValue.compareAndSet(key, ...rest);
      },
    };
    const unlucky = createConsentNode(world, {keyValue});
    for (let time = 0; time < 2; time += 1) {
      await expect(settle(unlucky.token(ANA))).rejects.toMatchObject({code: 'store-unavailable'});
    }
    isBroken = false;
    expect(await settle(unlucky.token(ANA))).toBe('access-2');
    expect(world.zoom.refreshes).toEqual(['refresh-1']);
  });

  it('is revoked when its owner has disconnected meanwhile', async () => {
    world.zoom.fault = async () => void (await node.grants.remove(owner));
    expect(await outcomeOf(node.token(ANA))).toEqual(notConnected('never'));
    expect(world.zoom.alive('zoom-ana')).toBeUndefined();
    expect(world.told).toEqual([]);
  });

  it.each([
    ['as the same Zoom user', 'zoom-ana'],
    ['as another Zoom user', 'zoom-anna'],
  ])('is nobody’s when they have connected anew %s, and the new one is used', async (_how, zoomUserId) => {
    const {refresh} = world.zoom;
    world.zoom.refresh = async (token) => {
      const given = await refresh(token);
      world.zoom.refresh = refresh;
      await node.grants.remove(owner);
      await node.connect(ANA, zoomUserId);
      return given;
    };
    expect(await outcomeOf(node.token(ANA))).toBe('access-3');
    expect(world.zoom.alive(zoomUserId)).toBe('access-3');
    if (zoomUserId !== 'zoom-ana') expect(world.zoom.alive('zoom-ana')).toBeUndefined();
    expect(await node.grants.find(owner)).toMatchObject({grant: {identity: {zoomUserId}}});
  });
});
