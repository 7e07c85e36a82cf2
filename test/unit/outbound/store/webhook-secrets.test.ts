import {beforeEach, describe, expect, it} from '@jest/globals';
import fc from 'fast-check';
import {readSettings} from '../../../../server/core/domain/settings.js';
import {SecretText} from '../../../../server/core/domain/secret-text.js';
import type {FormerSecrets} from '../../../../server/core/ports/webhook-secrets.js';
import {createWebhookSecrets} from '../../../../server/outbound/store/webhook-secrets.js';
import {createFakeWorld, type FakeWorld} from '../../../support/fake-world.js';

const HOUR = 60 * 60_000;
let world: FakeWorld;
beforeEach(() => {
  world = createFakeWorld();
});
const node = () => createWebhookSecrets(world);
const settings = (changes: Record<string, unknown> = {}) =>
  readSettings({WebhookSecret: 'a', ZoomWebhookSecret: 't', EncryptionKey: 'key', ...changes});
const stored = (): string => world.keyValue.rows()['webhook_secrets'] ?? '';
const plain = ({address, token}: FormerSecrets) => ({
  address: address !== undefined,
  token: token?.secret.reveal(),
});
/** The clock of these rows stands still while a node waits for its turn. */
async function withTime<T>(work: Promise<T>): Promise<T> {
  let isDone = false;
  const ended = work.finally(() => (isDone = true));
  while (!isDone) {
    await new Promise(setImmediate);
    const next = world.clock.nextIn();
    if (next !== undefined && next < 1_000) world.clock.advance(next);
  }
  return ended;
}

describe('the secret of the webhook address', () => {
  it('is made once, 32 characters that need no escape in an address, and stays', async () => {
    const empty = settings({WebhookSecret: ''});
    const {address} = await node().settle(empty);
    expect(address.reveal()).toMatch(/^[\w-]{32}$/);
    expect((await node().settle(empty)).address.reveal()).toBe(address.reveal());
  });

  it('is one for two nodes that start at once, in whatever order the store answers', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        world = createFakeWorld();
        const {keyValue} = world;
        const slow = {
          ...keyValue,
          get: async (key: string) => scheduler.schedule(keyValue.get(key)),
          compareAndSet: async (...args: Parameters<typeof keyValue.compareAndSet>) => {
            await scheduler.schedule(Promise.resolve());
            return keyValue.compareAndSet(...args);
          },
        };
        const empty = settings({WebhookSecret: ''});
        const both = Promise.all(
          [0, 1].map(() => createWebhookSecrets({...world, keyValue: slow}).settle(empty)),
        );
        void scheduler.waitAll();
        const [one, other] = await withTime(scheduler.waitFor(both));
        expect(one?.address.reveal()).toBe(other?.address.reveal());
      }),
      {numRuns: 50},
    );
  });

  it('in the settings wins, and goes on when the settings are saved without it', async () => {
    await node().settle(settings({WebhookSecret: ''}));
    expect((await node().settle(settings({WebhookSecret: 'given'}))).address.reveal()).toBe('given');
    expect((await node().settle(settings({WebhookSecret: ' '}))).address.reveal()).toBe('given');
  });
});

describe('a former secret', () => {
  it('W-31 of the address is good for the change that was announced, as a digest', async () => {
    await node().settle(settings());
    await node().willReplace(settings(), 'WebhookSecret', new SecretText('b'));
    const {former} = await node().settle(settings({WebhookSecret: 'b'}));
    expect(former.address?.until).toBe(world.clock.now() + 24 * HOUR);
    expect(former.address?.digest).toMatch(/^[0-9a-f]{64}$/);
    expect(JSON.parse(stored())).toMatchObject({address: 'b'});
    expect(stored()).not.toContain('"a"');
    world.clock.advance(24 * HOUR);
    expect(await node().former(settings({WebhookSecret: 'b'}))).toEqual({});
  });

  it('W-31 of Zoom is good likewise, and is encrypted where it lies', async () => {
    const before = settings({ZoomWebhookSecret: 'canary-token'});
    await node().settle(before);
    await node().willReplace(before, 'ZoomWebhookSecret', new SecretText('u'));
    const after = settings({ZoomWebhookSecret: 'u'});
    const {former} = await node().settle(after);
    expect(plain(former)).toEqual({address: false, token: 'canary-token'});
    expect(stored()).not.toContain('canary-token');
    expect(plain(await node().former(settings({ZoomWebhookSecret: 'u', EncryptionKey: 'other'})))).toEqual({
      address: false,
      token: undefined,
    });
  });

  it('W-30 ends when the setting is cleared, and does not come back with it', async () => {
    await node().settle(settings());
    await node().willReplace(settings(), 'ZoomWebhookSecret', new SecretText('u'));
    await node().settle(settings({ZoomWebhookSecret: 'u'}));
    await node().settle(settings({ZoomWebhookSecret: ''}));
    expect(await node().former(settings({ZoomWebhookSecret: 'u'}))).toEqual({});
  });

  it('is none without an answer, after the answer was taken back, and an hour after it', async () => {
    await node().settle(settings());
    expect((await node().settle(settings({WebhookSecret: 'b'}))).former).toEqual({});
    const secrets = node();
    await secrets.willReplace(settings({WebhookSecret: 'b'}), 'WebhookSecret', new SecretText('c'));
    await secrets.willEnd('WebhookSecret');
    expect((await node().settle(settings({WebhookSecret: 'c'}))).former).toEqual({});
    await secrets.willReplace(settings({WebhookSecret: 'c'}), 'WebhookSecret', new SecretText('d'));
    world.clock.advance(HOUR);
    expect((await node().settle(settings({WebhookSecret: 'd'}))).former).toEqual({});
  });

  it('is none where no signature is checked, and does not come back when one is', async () => {
    const legacy = {ConnectionMode: 'jwt', ZoomWebhookSecret: ''};
    expect(node().mayKeep(settings(legacy), 'WebhookSecret')).toBe(false);
    await node().settle(settings());
    await node().willReplace(settings(), 'WebhookSecret', new SecretText('b'));
    await node().settle(settings({WebhookSecret: 'b'}));
    expect((await node().settle(settings({WebhookSecret: 'b', ...legacy}))).former).toEqual({});
    expect((await node().settle(settings({WebhookSecret: 'b'}))).former).toEqual({});
  });

  it('ends for all nodes when one of them saw that it is not needed any more', async () => {
    await node().settle(settings());
    await node().willReplace(settings(), 'WebhookSecret', new SecretText('b'));
    await node().settle(settings({WebhookSecret: 'b'}));
    await node().endFormer('WebhookSecret');
    expect(await node().former(settings({WebhookSecret: 'b'}))).toEqual({});
  });
});

describe('the row', () => {
  it('keeps what a newer version added', async () => {
    const newer = {version: 2, address: 'a', hint: 'kept', rotations: {Other: {hint: 'kept too'}}};
    await world.keyValue.put('webhook_secrets', JSON.stringify(newer));
    await node().settle(settings({WebhookSecret: 'b'}));
    expect(JSON.parse(stored())).toMatchObject({...newer, address: 'b'});
  });

  it.each(['', '{"address":""}', '[]', '{'])('that holds %j is not written over', async (damaged) => {
    await world.keyValue.put('webhook_secrets', `${damaged} `);
    await expect(node().settle(settings({WebhookSecret: ''}))).rejects.toMatchObject({
      code: 'record-unreadable',
    });
    expect(stored()).toBe(`${damaged} `);
  });

  it('is written only when something changes', async () => {
    await node().settle(settings());
    const before = world.keyValue.calls.length;
    await node().settle(settings());
    expect(world.keyValue.calls.slice(before)).toEqual(['get webhook_secrets']);
  });
});
