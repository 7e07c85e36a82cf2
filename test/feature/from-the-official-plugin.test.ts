import {afterAll, beforeAll, beforeEach, expect, it} from '@jest/globals';
import type {PluginConfig} from '../support/plugin-host.js';
import {
  connectAccountOfficially,
  connectOfficially,
  OFFICIAL_ENCRYPTION_KEY,
  type OfficialConnection,
} from '../support/connect-officially.js';
import {onEachHost} from '../support/on-each-host.js';
import {waitFor} from '../support/wait-for.js';
import {connectedTo, createWorld, type World} from '../support/world.js';

onEachHost(
  'People whom the official plugin had connected',
  ({start, pluginDir}) => {
    let world: World;
    let zoomPeople = 0;
    const settingsFor = (ConnectionMode: string, changes: PluginConfig = {}): PluginConfig => ({
      ...connectedTo(world.zoom),
      ConnectionMode,
      EncryptionKey: OFFICIAL_ENCRYPTION_KEY,
      ...changes,
    });
    beforeAll(async () => {
      world = await createWorld({start, pluginDir: pluginDir()});
    });
    afterAll(() => world.close());
    beforeEach(async () => {
      world = await world.anew();
      world.zoom.changeAccount({appType: 'general_user'});
      await world.host.setPluginConfig(settingsFor('user'));
    });

    /** Somebody in Zoom who has another address than anybody in Mattermost. */
    const zoomPerson = (role: 'member' | 'admin' = 'member'): string => {
      zoomPeople += 1;
      return world.zoom.addUser({email: `zoom${zoomPeople}@zoom.example.com`, role}).email;
    };
    const upgrade = ({kv}: OfficialConnection): Promise<void> => world.host.seed({kv});
    const rowsOf = async (word: string): Promise<string[]> =>
      [...(await world.host.kv()).keys()].filter((key) => key.includes(word));
    const expectNothingInClear = async ({tokens}: OfficialConnection): Promise<void> => {
      const stored = [...(await world.host.kv()).values()].map((row) => row.toString()).join('\n');
      const logged = JSON.stringify(await world.host.logs());
      for (const token of [tokens.access_token, tokens.refresh_token]) {
        expect(stored.includes(token)).toBe(false);
        expect(logged.includes(token)).toBe(false);
      }
    };

    it('start meetings without connecting again, by one call of Zoom, and the store holds no token in clear', async () => {
      const email = zoomPerson();
      const connection = await connectOfficially(world.zoom, {userId: world.ana, email});
      await upgrade(connection);
      const before = world.zoom.requests.length;
      await world.type('/zoom start Weekly');
      expect((await world.card()).props).toMatchObject({meeting_topic: 'Weekly'});
      expect(world.zoom.requests.slice(before).map(({route}) => route)).toEqual(['create-meeting']);
      expect(world.zoom.users.find(({id}) => id === world.zoom.meetings[0]?.hostId)?.email).toBe(email);
      expect(await rowsOf(world.ana)).not.toContain(`zoomtoken_${world.ana}`);
      expect(await rowsOf('zoomtokenbyzoomid')).toEqual([]);
      await expectNothingInClear(connection);
    });

    it.each<[string, Date | undefined, PluginConfig]>([
      ['access has expired', new Date(Date.now() - 60_000), {}],
      ['Encryption Key is another one now', undefined, {EncryptionKey: 'another key of 32 characters ...'}],
    ])('start meetings also where the %s: it is refreshed first', async (_case, expiry, changes) => {
      await world.host.setPluginConfig(settingsFor('user', changes));
      const who = {userId: world.ana, email: zoomPerson(), ...(expiry !== undefined && {expiry})};
      const connection = await connectOfficially(world.zoom, who);
      await upgrade(connection);
      const before = world.zoom.requests.length;
      await world.type('/zoom start');
      await world.card();
      expect(world.zoom.requests.slice(before).map(({route}) => route)).toEqual(['token', 'create-meeting']);
      await expectNothingInClear(connection);
    });

    it('are asked to connect once where somebody else has connected their Zoom user since', async () => {
      const email = zoomPerson();
      await upgrade(await connectOfficially(world.zoom, {userId: world.ana, email}));
      await upgrade(await connectOfficially(world.zoom, {userId: world.ben, email}));
      const {post} = await world.type('/zoom start');
      expect(post?.message).toContain('was connected for somebody else here');
      const told = await waitFor(world.host, async () => {
        const posts = (await world.host.posts()).filter(({message}) =>
          message.includes('somebody else here'),
        );
        return posts.length > 0 ? posts : undefined;
      });
      expect(told).toHaveLength(1);
      await world.type('/zoom start', {userId: world.ben});
      await world.card();
    });

    it('are asked to connect where Zoom does not accept any more what they had given', async () => {
      const connection = await connectOfficially(world.zoom, {
        userId: world.ana,
        email: zoomPerson(),
        expiry: new Date(0),
      });
      world.zoom.revokeConsent(world.zoom.users.at(-1)?.id ?? '');
      await upgrade(connection);
      expect((await world.type('/zoom start')).post?.message).toContain('please connect it again');
    });

    it('are asked to connect where what is left of them cannot be read, which stays', async () => {
      const row = {[`zoomtoken_${world.ana}`]: '{"ZoomEmail":"ana@'};
      await world.host.seed({kv: row});
      expect((await world.type('/zoom start')).post?.message).toContain('connect your Zoom account once');
      expect((await world.host.kv()).get(`zoomtoken_${world.ana}`)?.toString()).toBe('{"ZoomEmail":"ana@');
    });

    it('start meetings with the account that an administrator had connected for all', async () => {
      world.zoom.changeAccount({appType: 'general_admin'});
      const connection = await connectAccountOfficially(world.zoom, zoomPerson('admin'));
      await upgrade(connection);
      await world.host.setPluginConfig(settingsFor('account'));
      await world.type('/zoom start');
      await world.card();
      expect(await rowsOf('zoomSuperUserToken_')).toEqual([]);
      await expectNothingInClear(connection);
    });
  },
  {needs: ['storedBesidePosts']},
);
