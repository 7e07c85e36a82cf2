import type {RequestListener, Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {afterAll, beforeAll, beforeEach, expect, it} from '@jest/globals';
import {SDK_VERSION} from '../../sandbox/zoom/sdk/sdk-actions.js';
import {setUpJoinPage} from '../support/join-page-settings.js';
import {leadJoinPage} from '../support/lead-join-page.js';
import {closeServer, listen} from '../support/listen.js';
import {onEachHost} from '../support/on-each-host.js';
import {testSetup} from '../support/test-setup.js';
import {ADMIN, createWorld, type World} from '../support/world.js';

onEachHost(
  'Of the page to join, Test connection',
  ({start, pluginDir}) => {
    let world: World;
    /** A proxy in front of the page, on a name of its own, and what it answers by itself. */
    let proxy: Server;
    let answer: RequestListener;
    let otherName: string;
    beforeAll(async () => {
      world = await createWorld({start, pluginDir: pluginDir()});
      world.zoom.addUser({email: 'admin@example.com'});
      proxy = await listen((request, response) => answer(request, response));
      otherName = `http://localhost:${(proxy.address() as AddressInfo).port}`;
    });
    afterAll(async () => {
      await closeServer(proxy);
      await world.close();
    });
    beforeEach(async () => {
      answer = (_request, response) => response.writeHead(404).end();
      world = await world.anew();
    });

    const lineOf = async (typed: Record<string, unknown>) =>
      (await testSetup(world, {...setUpJoinPage, JoinPageSDK: `${otherName}/6.2.0`, ...typed})).get(
        'join_page',
      );

    it('says nothing where there shall be none', async () => {
      expect((await testSetup(world, {JoinPageClientID: 'sdk-client'})).has('join_page')).toBe(false);
    });

    it('C-04 refuses the host of Mattermost, on any port, and says what to do', async () => {
      for (const JoinPageURL of [world.host.siteUrl, 'http://127.0.0.1:9']) {
        expect(await lineOf({JoinPageURL})).toMatchObject({
          state: 'wrong',
          text: expect.stringContaining('Give it a host name of its own'),
          settings: ['JoinPageURL'],
        });
      }
    });

    it('opens it by its own address, once it is saved and the proxy leads there', async () => {
      answer = leadJoinPage(world.host.siteUrl);
      const typed = {JoinPageURL: otherName, JoinPageSDK: `${world.zoom.url}/sdk/${SDK_VERSION}`};
      expect(await lineOf(typed)).toMatchObject({state: 'unknown', text: expect.stringContaining('Save')});
      const before = await world.host.pluginConfig();
      await world.host.setPluginConfig({...before, ...setUpJoinPage, ...typed});
      expect(await lineOf(typed)).toMatchObject({
        state: 'works',
        text: expect.stringContaining(`The join page opens at \`${otherName}\``),
      });
      expect(await lineOf({...typed, JoinPageSDK: `${world.zoom.url}/sdk/1.2.3`})).toMatchObject({
        state: 'wrong',
        settings: ['JoinPageSDK'],
      });
      answer = (_request, response) => response.writeHead(302, {Location: world.host.siteUrl}).end();
      expect((await lineOf(typed))?.text).toContain('redirects to another address');
      await world.host.setPluginConfig(before);
    });

    it('C-04 says that all of Mattermost is on its host, and /zoom doctor says it, too', async () => {
      answer = (_request, response) => response.setHeader('X-Version-Id', '11.0.0').end('{"status":"OK"}');
      const text = expect.stringContaining('All of Mattermost answers at');
      expect(await lineOf({JoinPageURL: otherName})).toMatchObject({state: 'wrong', text});
      const before = await world.host.pluginConfig();
      await world.host.setPluginConfig({...before, ...setUpJoinPage, JoinPageURL: otherName});
      expect((await world.type('/zoom doctor', {userId: ADMIN})).text).toEqual(text);
      expect((await world.type('/zoom start')).text).toContain('Your meeting is in the channel');
      await world.host.setPluginConfig(before);
    });

    it('C-04 tells administrators alone, below /zoom, that it is on the host of Mattermost', async () => {
      const before = await world.host.pluginConfig();
      const JoinPageURL = 'http://127.0.0.1:9';
      await world.host.setPluginConfig({...before, ...setUpJoinPage, JoinPageURL});
      const [help, others] = [await world.type('/zoom', {userId: ADMIN}), await world.type('/zoom')];
      expect(help.text).toContain('Give it a host name of its own');
      expect(others.text).not.toContain('Give it a host name of its own');
      await world.host.setPluginConfig(before);
    });

    it('names what is wrong with its settings, and tests the rest', async () => {
      const found = await testSetup(world, {...setUpJoinPage, JoinPageURL: `${otherName}/join`});
      expect(found.get('settings')?.text).toContain('**Join page URL** must be an address without a path');
      expect(found.get('token')?.state).toBe('works');
      expect(found.get('join_page')?.state).toBe('unknown');
    });
  },
  {needs: ['sessions']},
);
