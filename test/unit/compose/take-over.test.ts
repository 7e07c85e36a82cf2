import {beforeEach, describe, expect, it} from '@jest/globals';
import {compose} from '../../../server/compose.js';
import type {Application} from '../../../server/core/ports/application.js';
import {zoomTrouble} from '../../../server/core/ports/port-error.js';
import {createGrants} from '../../../server/outbound/store/grants.js';
import {createLeases} from '../../../server/outbound/store/leases.js';
import {createKeyRing} from '../../../server/outbound/store/key-ring.js';
import {createFakeHost} from '../../support/fake-host.js';
import {createFakeWorld, type FakeWorld} from '../../support/fake-world.js';
import {OFFICIAL_KEY, OFFICIAL_LEFT} from '../../support/official-rows.js';
import {ana, ben, createPerson} from '../../support/people.js';

const cora = createPerson('cora');
/** Of rows that the official plugin left. */
const IN_CLEAR = /(access|refresh)-token-of-/;

let world: FakeWorld;
let stored: Record<string, unknown>;
let listed: number;
beforeEach(async () => {
  world = createFakeWorld();
  world.chat.users.set(cora.id, cora);
  world.zoom.users.set('me', {id: 'zoom-admin', email: 'admin@zoom.example.org', accountId: 'acc-1'});
  stored = {
    ConnectionMode: 'user',
    OAuthClientID: 'id',
    OAuthClientSecret: 'secret',
    EncryptionKey: OFFICIAL_LEFT.encryptionKey,
  };
  listed = 0;
  for (const [key, text] of Object.entries(OFFICIAL_LEFT.rows)) await world.keyValue.put(key, text);
});

/** A node of the plugin. */
const startNode = async (): Promise<Application> => {
  const application = compose(
    createFakeHost(world, {
      loadSettings: async () => stored,
      listKeys: async (page, length) => {
        listed += 1;
        if (isListBroken) throw new Error('no answer');
        return Object.keys(world.keyValue.rows())
          .sort()
          .slice(page * length, (page + 1) * length);
      },
    }),
    {connectZoom: () => world.zoom},
  );
  await application.start();
  return application;
};
let isListBroken = false;
beforeEach(() => void (isListBroken = false));

/** Time passes while the nodes work, which takes real time where they encrypt. */
const passUntil = async (isSo: () => boolean): Promise<void> => {
  while (!isSo()) {
    for (let turn = 0; turn < 30; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    world.clock.advance(world.clock.nextIn() ?? 1_000);
  }
};
const pass = (ms: number): Promise<void> => {
  const end = world.clock.now() + ms;
  return passUntil(() => world.clock.now() >= end);
};
const MINUTE = 60_000;
const rows = () => world.keyValue.rows();
const inClear = (): string[] => Object.keys(rows()).filter((key) => IN_CLEAR.test(rows()[key] ?? ''));
/** The sweeps whose rows say that they are done. */
const done = (): string[] =>
  Object.keys(rows()).filter((key) => key.startsWith('sweep_') && rows()[key]?.includes('doneAt'));
const grants = () => createGrants({...world, leases: createLeases(world), keys: createKeyRing(OFFICIAL_KEY)});
const stateOf = async (userId: string): Promise<string> =>
  (await grants().find({kind: 'person', userId})).kind;

describe('What the official plugin left and nobody has needed yet', () => {
  it('is taken over after the start, and then never looked for again', async () => {
    const application = await startNode();
    await passUntil(() => done().length === 2);
    expect(inClear()).toEqual(['zoomSuperUserToken_']);
    expect(await Promise.all([ana, ben, cora].map(({id}) => stateOf(id)))).toEqual(['good', 'ended', 'good']);
    expect(Object.keys(rows()).filter((key) => /_choice_|_policy_/.test(key))).toHaveLength(6);
    const atFirst = listed;
    await pass(15 * MINUTE);
    await application.stop(0);
    await startNode();
    await pass(3 * MINUTE);
    expect(listed).toBe(atFirst);
  });

  it('is left alone before, so that a start does not wait for it', async () => {
    await startNode();
    await pass(MINUTE - 1);
    expect(listed).toBe(0);
  });

  it('is asked of one person who was superseded, however many nodes there are', async () => {
    for (let node = 1; node <= 3; node += 1) await startNode();
    await passUntil(() => done().length === 2);
    const told = world.chat.directMessages.filter(({text}) => text.includes('somebody else here'));
    expect(told).toMatchObject([{userId: ben.id}]);
  });

  it('stays, but for what people chose, while nobody has to consent', async () => {
    stored = {...stored, ConnectionMode: 'server_to_server', AccountID: 'acc-1'};
    const application = await startNode();
    await passUntil(() => done().length === 1);
    expect(inClear()).toHaveLength(6);
    expect(Object.keys(rows()).filter((key) => /_choice_|_policy_/.test(key))).toHaveLength(6);
    stored = {...stored, ConnectionMode: 'user'};
    await application.settingsChanged();
    await passUntil(() => done().length === 2);
    expect(inClear()).toEqual(['zoomSuperUserToken_']);
  });

  it('is asked whose it is, where it is the account’s', async () => {
    stored = {...stored, ConnectionMode: 'account'};
    await startNode();
    await passUntil(() => rows()['grant_account']?.includes('zoom-admin') === true);
    expect(inClear()).not.toContain('zoomSuperUserToken_');
    expect(await grants().find({kind: 'account'})).toMatchObject({
      kind: 'good',
      grant: {identity: {zoomUserId: 'zoom-admin', email: 'admin@zoom.example.org', accountId: 'acc-1'}},
    });
    expect(world.zoom.calls).toEqual(['findUser']);
  });

  it('is looked through for what people chose although Zoom does not say whose the account’s is', async () => {
    stored = {...stored, ConnectionMode: 'account'};
    world.zoom.faults.set('findUser', () => zoomTrouble({kind: 'missing-scope', scopes: []}));
    await startNode();
    await passUntil(() => world.zoom.calls.length > 0 && done().length > 0);
    expect(done()).toEqual(['sweep_choices']);
  });

  it('is looked through later where that fails', async () => {
    isListBroken = true;
    await startNode();
    await passUntil(() => world.logger.lines.some(({level}) => level === 'warn'));
    isListBroken = false;
    await passUntil(() => done().length === 2);
    expect(inClear()).toEqual(['zoomSuperUserToken_']);
  });

  it('is left to others by a process that has ended', async () => {
    const application = await startNode();
    await application.stop(0);
    await pass(15 * MINUTE);
    expect(listed).toBe(0);
  });
});
