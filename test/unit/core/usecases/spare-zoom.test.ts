import {beforeEach, describe, expect, it} from '@jest/globals';
import type {ZoomConnection} from '../../../../server/core/domain/zoom-connection.js';
import {readSettings} from '../../../../server/core/domain/settings.js';
import type {Grant} from '../../../../server/core/domain/grant.js';
import type {Grants} from '../../../../server/core/ports/grants.js';
import {storeUnavailable, zoomTrouble} from '../../../../server/core/ports/port-error.js';
import type {Zoom} from '../../../../server/core/ports/zoom.js';
import {spareZoom} from '../../../../server/core/usecases/spare-zoom.js';
import {withDeadline} from '../../../../server/lib/deadline.js';
import {createZoomBudget} from '../../../../server/outbound/store/zoom-budget.js';
import {createFakeWorld, type FakeWorld} from '../../../support/fake-world.js';
import {passTimeUntil} from '../../../support/pass-time-until.js';
import {ana, ben} from '../../../support/people.js';
import {sampleGrant} from '../../../support/sample-grant.js';
import {errorOf} from '../../outbound/zoom/zoom-under-test.js';

const connected = (stored: Record<string, string>): ZoomConnection => {
  const {zoom} = readSettings(stored);
  if (zoom === undefined) throw new Error('These settings lack something');
  return zoom.connection;
};
const ofAccount = connected({AccountID: 'acc-1', OAuthClientID: 'client-1', OAuthClientSecret: 'made-up'});
const ofPeople = connected({
  ConnectionMode: 'user',
  OAuthClientID: 'client-1',
  OAuthClientSecret: 'made-up',
  EncryptionKey: 'a'.repeat(32),
});

function grantIn(accountId: string): Grant {
  const grant = sampleGrant(ana.id, 'zoom-ana');
  return {...grant, revision: 1, identity: {...grant.identity, accountId}};
}

let world: FakeWorld;
let accounts: Record<string, string>;
beforeEach(() => {
  world = createFakeWorld();
  accounts = {};
  world.zoom.operations.listUsers = () => Promise.resolve({users: []});
  world.zoom.operations.getUser = () => Promise.resolve({});
});

const pause = (ms: number, caller: AbortSignal): Promise<void> =>
  withDeadline(world.clock, ms + 1, (deadline) => deadline.pause(ms), caller);

function spared(connection = ofAccount): Zoom {
  const find: Grants['find'] = (owner) => {
    const accountId = owner.kind === 'person' ? accounts[owner.userId] : undefined;
    return Promise.resolve(
      accountId === undefined ? {kind: 'none'} : {kind: 'good', grant: grantIn(accountId)},
    );
  };
  return spareZoom(world.zoom, {
    ...world,
    pause,
    budget: createZoomBudget(world),
    connection,
    grants: {find},
  });
}
const {signal} = new AbortController();
const asPerson = (zoom: Zoom, {id, email}: typeof ana) =>
  zoom.as({kind: 'person', userId: id, email}, signal);
const list = (zoom: Zoom, user = ana) => asPerson(zoom, user).operations.listUsers({});

describe('Zoom where whatever can wait is spared', () => {
  it('O-23 keeps a call waiting for its turn, and one that would wait too long gets a time instead', async () => {
    const zoom = spared();
    await Promise.all([list(zoom), list(zoom)]);
    const waiting = [list(zoom), list(zoom), list(zoom)];
    const {problem} = await errorOf(list(zoom));
    const now = world.clock.now();
    expect(problem).toEqual({kind: 'rate-limited', per: 'second', resumesAt: now + 4_000, of: 'share'});
    expect(world.zoom.calls).toHaveLength(2);
    await passTimeUntil(world.clock, Promise.all(waiting));
    expect(world.zoom.calls).toHaveLength(5);
  });

  it('O-23 lets people start meetings however much is listed', async () => {
    const zoom = spared();
    await Promise.all([list(zoom), list(zoom)]);
    const light = Array.from({length: 20}, () => asPerson(zoom, ana).operations.getUser({userId: 'me'}));
    const host = zoom.as({kind: 'host', userId: ana.id, zoomUserId: 'zoom-ana'}, signal);
    expect(await asPerson(zoom, ana).findUser()).toMatchObject({id: 'zoom-ana'});
    expect(await host.createMeeting({topic: 'Weekly'})).toMatchObject({hostId: 'zoom-ana'});
    await passTimeUntil(world.clock, Promise.allSettled(light));
  });

  it('lets more be asked where somebody has a licence', async () => {
    world.zoom.users.set(ana.email, {id: 'zoom-ana', type: 2});
    const zoom = spared();
    await asPerson(zoom, ana).findUser();
    await Promise.all(Array.from({length: 10}, () => list(zoom)));
    expect(world.zoom.calls.filter((call) => call === 'listUsers')).toHaveLength(10);
  });

  it('counts raw requests, of which nobody knows what they cost, among the dear ones', async () => {
    const zoom = spared();
    const raw = () => asPerson(zoom, ana).raw({method: 'GET', path: ['groups'], query: {}});
    await raw();
    const second = raw();
    expect((await errorOf(raw())).problem).toMatchObject({kind: 'rate-limited', of: 'share'});
    await passTimeUntil(world.clock, second);
  });

  it('counts those of one account together, and those of people with others apart', async () => {
    accounts = {[ana.id]: 'acc-1', [ben.id]: 'acc-1'};
    const zoom = spared(ofPeople);
    await Promise.all([list(zoom, ana), list(zoom, ben)]);
    const third = list(zoom, ana);
    await world.clock.untilWaiting();
    accounts = {...accounts, [ben.id]: 'acc-2'};
    await list(zoom, ben);
    expect(world.zoom.calls.filter((call) => call === 'listUsers')).toHaveLength(3);
    await passTimeUntil(world.clock, third);
  });

  it('looks for a licence itself where everybody connects their own account, before anybody has to wait', async () => {
    accounts = {[ana.id]: 'acc-1', [ben.id]: 'acc-2'};
    world.zoom.users.set(ana.email, {id: 'zoom-ana', type: 2});
    world.zoom.users.set(ben.email, {id: 'zoom-ben', type: 1});
    const zoom = spared(ofPeople);
    await Promise.all(Array.from({length: 9}, () => list(zoom, ana)));
    await Promise.all([list(zoom, ben), list(zoom, ben)]);
    const waiting = [list(zoom, ben), list(zoom, ben)];
    await passTimeUntil(world.clock, Promise.all(waiting));
    expect(world.zoom.calls.filter((call) => call === 'findUser')).toHaveLength(2);
  });

  it('waits as anybody does where Zoom does not say who has a licence', async () => {
    accounts = {[ana.id]: 'acc-1'};
    world.zoom.faults.set('findUser', () => zoomTrouble({kind: 'timeout'}));
    const zoom = spared(ofPeople);
    await Promise.all([list(zoom), list(zoom)]);
    const third = list(zoom);
    await world.clock.untilWaiting();
    expect(world.zoom.calls.filter((call) => call === 'listUsers')).toHaveLength(2);
    await passTimeUntil(world.clock, third);
  });

  it('asks as before where the store cannot be reached', async () => {
    const zoom = spareZoom(world.zoom, {
      ...world,
      pause,
      connection: ofAccount,
      grants: {find: () => Promise.resolve({kind: 'none'})},
      budget: {take: () => Promise.reject(storeUnavailable('down')), isPaid: () => undefined},
    });
    expect(await list(zoom)).toEqual({users: []});
  });

  it('asks for nothing in the name of who has stopped waiting', async () => {
    const zoom = spared();
    await Promise.all([list(zoom), list(zoom)]);
    const caller = new AbortController();
    const late = zoom.as({kind: 'server'}, caller.signal).operations.listUsers({});
    await world.clock.untilWaiting();
    caller.abort();
    expect((await errorOf(late)).problem).toEqual({kind: 'timeout'});
    expect(world.zoom.calls).toHaveLength(2);
  });
});
