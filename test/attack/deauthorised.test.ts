import {afterAll, beforeAll, beforeEach, expect, it} from '@jest/globals';
import {connect, createConsentWorld, emailOf} from '../support/connect-as.js';
import {onEachHost} from '../support/on-each-host.js';
import {waitFor} from '../support/wait-for.js';
import {sendWebhook, type World} from '../support/world.js';

/** Zoom tells us that somebody has taken the app away, or somebody else says so. */
onEachHost('That the app was removed', ({start, pluginDir}) => {
  let world: World;
  let email: string;
  let zoomUserId: string;
  beforeAll(async () => {
    world = await createConsentWorld('user', {start, pluginDir: pluginDir()});
    world.zoom.changeAccount({isPublished: true});
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    world = await world.anew();
    email = emailOf(world, 'ana');
    zoomUserId = world.zoom.users.find((user) => user.email === email)?.id ?? '';
    await connect(world, world.ana, email);
  });

  /** What there is of people’s connections. */
  const rows = async (): Promise<readonly string[]> =>
    [...(await world.host.kv())]
      .filter(([key]) => !/^(jobs_|lease_|webhook_activity$)/.test(key))
      .map(([key, value]) => `${key} ${value.toString()}`)
      .sort();
  const told = async (): Promise<number> =>
    (await world.host.posts()).filter(({message}) => message.includes('The app was removed from your Zoom'))
      .length;
  const body = (changes: object = {}): string =>
    JSON.stringify({
      event: 'app_deauthorized',
      event_ts: Date.now(),
      payload: {
        user_data_retention: 'false',
        account_id: world.zoom.account.id,
        user_id: zoomUserId,
        signature: 's',
        deauthorization_time: new Date(Date.now() + 1000).toISOString(),
        client_id: world.zoom.account.clientId,
        ...changes,
      },
    });

  it('W-34 ends the connection, leaves no token and nothing of whose the Zoom user was, and is told once', async () => {
    const before = await told();
    world.zoom.revokeConsent(email);
    await world.zoom.webhooksSettled();
    await waitFor(world.host, async () => ((await told()) > before ? true : undefined));
    expect((await rows()).filter((row) => row.includes(world.ana) && row.includes('sealed'))).toEqual([]);
    expect((await rows()).filter((row) => row.startsWith('zoom_user_') && row.includes(world.ana))).toEqual(
      [],
    );
    const after = await rows();
    expect((await sendWebhook(world, body())).status).toBe(204);
    expect([await rows(), await told()]).toEqual([after, before + 1]);
    const requests = world.zoom.requests.length;
    expect((await world.type('/zoom start')).text).toContain('The app was removed from your Zoom account');
    expect(world.zoom.requests).toHaveLength(requests);
  });

  it('W-35 counts nothing of another app, of nobody whom we know, of another account, or of a former connection', async () => {
    const [before, posts] = [await rows(), (await world.host.posts()).length];
    const requests = world.zoom.requests.length;
    for (const changes of [
      {client_id: 'another-app'},
      {client_id: ''},
      {client_id: [world.zoom.account.clientId]},
      {user_id: 'nobody'},
      {user_id: {$ne: ''}},
      {account_id: 'another-account'},
      {deauthorization_time: '2020-01-01T00:00:00Z'},
    ]) {
      const {status} = await sendWebhook(world, body(changes));
      expect([changes, status]).toEqual([changes, 204]);
    }
    expect([await rows(), (await world.host.posts()).length, world.zoom.requests.length]).toEqual([
      before,
      posts,
      requests,
    ]);
    await world.type('/zoom start');
    await world.card();
  });

  it('W-35 is refused where nobody has signed it, and counts nothing where it is replayed after another consent', async () => {
    const before = await rows();
    const unsigned = await sendWebhook(world, body(), {headers: {'x-zm-signature': `v0=${'0'.repeat(64)}`}});
    const elsewhere = await sendWebhook(world, body(), {path: '/webhook?secret=guessed'});
    const stale = await sendWebhook(world, body({deauthorization_time: undefined}), {
      at: Date.now() - 3_600_000,
    });
    expect([unsigned.status, elsewhere.status, stale.status]).toEqual([401, 401, 204]);
    expect(await rows()).toEqual(before);
  });
});
