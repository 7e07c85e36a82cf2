import {beforeEach, describe, expect, it} from '@jest/globals';
import {createHearOfRemoval} from '../../../../server/core/usecases/hear-of-removal.js';
import {storeUnavailable} from '../../../../server/core/ports/port-error.js';
import {appDeauthorized} from '../../../../server/inbound/webhooks/app-deauthorized.js';
import {
  ANA,
  BEN,
  type ConsentWorld,
  createConsentNode,
  createConsentWorld,
  plainKeys,
} from '../../../support/consents-under-test.js';
import {createRecordingLogger} from '../../../support/recording-logger.js';

let world: ConsentWorld;
let node: ReturnType<typeof createConsentNode>;
let connectedAt: number;
beforeEach(async () => {
  world = createConsentWorld();
  node = createConsentNode(world);
  await node.connect(ANA, 'zoom-ana');
  await node.connect(BEN, 'zoom-ben');
  connectedAt = world.clock.now();
  world.clock.advance(60_000);
});

const owner = {kind: 'person', userId: ANA} as const;
const account = {kind: 'account'} as const;
const iso = (at: number): string => new Date(at).toISOString();

/** What the webhook is answered with; `changes` to a payload of Ana's. */
async function hear(
  changes: object = {},
  {clientId = 'client-1', isForAccount = false, authenticity = 'fresh', grants = node.grants} = {},
): Promise<number> {
  const ended = (over: {by: string}, because: 'removed') => void world.told.push({who: over.by, because});
  const event = appDeauthorized({
    hearOfRemoval: createHearOfRemoval({
      grants,
      ended: ended as never,
      clientId: clientId === '' ? undefined : clientId,
      isForAccount,
    }),
  });
  const payload = {
    user_data_retention: 'false',
    account_id: 'acc-1',
    user_id: 'zoom-ana',
    signature: 'of another age',
    deauthorization_time: iso(connectedAt + 1_000),
    client_id: 'client-1',
    ...changes,
  };
  const {status} = await event.receive({
    body: {event: 'app_deauthorized', payload},
    authenticity: authenticity as 'fresh',
    token: undefined,
    receivedAt: world.clock.now(),
    logger: createRecordingLogger(),
  });
  return status;
}
const states = async () =>
  Promise.all([ANA, BEN].map(async (userId) => (await node.grants.find({kind: 'person', userId})).kind));

describe('The news that somebody has taken the app from their Zoom account', () => {
  it('W-34 ends their connection, deletes its tokens and whose the Zoom user was, and is told once', async () => {
    expect([await hear(), await hear()]).toEqual([204, 204]);
    expect(await node.grants.find(owner)).toEqual({kind: 'ended', because: 'removed'});
    expect(await node.grants.personOf('zoom-ana')).toBeUndefined();
    expect(JSON.stringify(world.keyValue.rows())).not.toMatch(/access-1|zoom-ana/);
    expect(world.told).toEqual([{who: ANA, because: 'removed'}]);
    expect(await states()).toEqual(['ended', 'good']);
  });

  it.each<[string, object, object]>([
    ['of another app', {client_id: 'client-2'}, {}],
    ['of somebody whom nobody here knows', {user_id: 'zoom-carl'}, {}],
    ['of another Zoom account', {account_id: 'acc-2'}, {}],
    ['where nobody has to consent', {}, {clientId: ''}],
    ['of a time before they connected', {deauthorization_time: '2020-01-01T00:00:00Z'}, {}],
    ['that may be a replay, without its time', {deauthorization_time: undefined}, {authenticity: 'stale'}],
    ['whose time is none, and that may be a replay', {deauthorization_time: 'soon'}, {authenticity: 'stale'}],
  ])('W-35 has no effect %s', async (_what, changes, options) => {
    const before = world.keyValue.rows();
    expect(await hear(changes, options)).toBe(204);
    expect(world.keyValue.rows()).toEqual(before);
    expect(world.told).toEqual([]);
  });

  it.each<[string, object, object]>([
    ['late', {}, {authenticity: 'stale'}],
    ['without its time', {deauthorization_time: undefined}, {}],
    ['without the account', {account_id: undefined}, {}],
    ['with an account that is no text', {account_id: 5}, {}],
  ])('counts when it comes %s', async (_how, changes, options) => {
    expect(await hear(changes, options)).toBe(204);
    expect(await states()).toEqual(['ended', 'good']);
  });

  it.each([null, {}, {client_id: 'client-1'}, {user_id: 5, client_id: 'client-1'}])(
    'is a dead letter with the payload %j',
    async (payload) => {
      const logger = createRecordingLogger();
      const event = appDeauthorized({hearOfRemoval: () => Promise.reject(new Error('no'))});
      const received = {authenticity: 'fresh', token: undefined, receivedAt: 1, logger} as const;
      expect(await event.receive({...received, body: {payload}})).toEqual({status: 204});
      expect(logger.lines).toHaveLength(1);
    },
  );

  it('is for the account where one administrator has consented for all, and only for who that was', async () => {
    const {grant} = (await node.grants.find(owner)) as {grant: Parameters<typeof node.grants.keep>[0]};
    await node.grants.keep({...grant, owner: account, since: connectedAt}, async () => false);
    await hear({user_id: 'zoom-ben'}, {isForAccount: true});
    await hear({account_id: 'acc-2'}, {isForAccount: true});
    expect((await node.grants.find(account)).kind).toBe('good');
    await hear({}, {isForAccount: true});
    await hear({}, {isForAccount: true});
    expect(await node.grants.find(account)).toEqual({kind: 'ended', because: 'removed'});
    expect(world.told).toEqual([{who: ANA, because: 'removed'}]);
  });

  it('deletes what nobody can decrypt any more, and tells nobody', async () => {
    const blind = createConsentNode(world, {keys: {...plainKeys, open: async () => undefined}});
    await hear({}, {grants: blind.grants});
    expect(await node.grants.find(owner)).toEqual({kind: 'none'});
    expect(world.told).toEqual([]);
  });

  it('ends a grant that is refreshed at the same moment', async () => {
    const {grants} = node;
    let isFirst = true;
    const crossing = {
      ...grants,
      end: async (...by: Parameters<typeof grants.end>) => {
        const state = isFirst && (await grants.find(owner));
        isFirst = false;
        if (state && state.kind === 'good') await grants.renew(state.grant, state.grant.tokens);
        return grants.end(...by);
      },
    };
    await hear({}, {grants: crossing});
    expect(await node.grants.find(owner)).toEqual({kind: 'ended', because: 'removed'});
    expect(world.told).toHaveLength(1);
  });

  it('is sent again by Zoom when the store is out of order', async () => {
    const broken = {...node.grants, personOf: () => Promise.reject(storeUnavailable('out of order'))};
    await expect(hear({}, {grants: broken})).rejects.toMatchObject({code: 'store-unavailable'});
  });
});
