import {describe, expect, it} from '@jest/globals';
import request from 'supertest';
import type {Application, Compose} from '../../../server/core/ports/application.js';
import type {Host} from '../../../server/core/ports/host.js';
import type {LogFields} from '../../../server/core/ports/logger.js';
import {createNativePlugin} from '../../../server/hosts/native/native-plugin.js';
import {createWorkInProgress} from '../../../server/lib/work-in-progress.js';
import {seed} from '../../../sandbox/mattermost/seed.js';
import {idleApplication} from '../../support/idle-application.js';
import {closeServer, listen} from '../../support/listen.js';
import {requestOf, serve} from '../../support/serve-in-process.js';
import {createTestServer, type TestServer} from '../../support/test-server.js';

const idle: Application = {
  ...idleApplication,
  supportData: async () => [{name: 'zoom/diagnostics.yaml', text: 'version: "ü"'}],
  readMetrics: async () => [
    {name: 'n', help: 'h', type: 'gauge', samples: [{name: 'n', labels: {}, value: 1}]},
  ],
};

function createPlugin(server: TestServer, compose: Compose) {
  const logged: string[] = [];
  const log = (message: string, _fields?: LogFields): void => void logged.push(message);
  const logger = {debug: log, info: log, warn: log, error: log};
  const {clock} = server;
  return {
    plugin: createNativePlugin({
      loadCompose: async () => compose,
      clock,
      logger,
      environment: {},
      calls: createWorkInProgress(clock),
      holdNodeId: async (of) => `node of ${of}`,
    }),
    logged,
  };
}

describe('the activation', () => {
  it('starts the application on a host that has the bot', async () => {
    const server = createTestServer();
    let host: Host | undefined;
    const {plugin} = createPlugin(server, (given) => {
      host = given;
      return idle;
    });
    await plugin.onActivate(server.api);
    expect([...server.state.bots.values()]).toMatchObject([{username: 'zoom', display_name: 'Zoom'}]);
    expect(await host?.site()).toMatchObject({url: '', locale: 'en'});
  });

  it('registers the command in a form that Mattermost accepts', async () => {
    const server = createTestServer();
    const {plugin} = createPlugin(server, (host) => ({
      ...idle,
      start: () =>
        host.registerCommand({
          trigger: 'zoom',
          hint: '[command]',
          description: 'Zoom meetings',
          subcommands: [
            {name: 'start', hint: '[topic]', help: 'Start a meeting', isForAdmins: false},
            {name: 'doctor', hint: '', help: 'Check', isForAdmins: true},
          ],
        }),
    }));
    await plugin.onActivate(server.api);
    expect(server.state.commands.get('zoom')).toMatchObject({
      auto_complete: true,
      auto_complete_desc: 'Zoom meetings',
      autocomplete_data: {
        Trigger: 'zoom',
        // The words are asked for in the language of the person who types.
        Arguments: [{Type: 'DynamicList', Required: true, Data: {FetchURL: 'api/v1/command-words'}}],
      },
    });
  });

  it('fails with a reason when a person has the name of the bot', async () => {
    const server = createTestServer();
    seed(server.state, {users: [{id: 'person', username: 'zoom'}]});
    await expect(createPlugin(server, () => idle).plugin.onActivate(server.api)).rejects.toThrow('person');
  });

  it('fails instead of waiting for ever', async () => {
    const server = createTestServer();
    server.faults.add('EnsureBotUser', {kind: 'hang'});
    const activation = createPlugin(server, () => idle).plugin.onActivate(server.api);
    server.clock.advance(10_000);
    await expect(activation).rejects.toThrow('took longer than 10 s');
  });

  it('does without a picture of the bot', async () => {
    const server = createTestServer();
    server.faults.add('GetBundlePath', {kind: 'refuse', status: 500});
    const {plugin, logged} = createPlugin(server, () => idle);
    await plugin.onActivate(server.api);
    expect(logged).toEqual(['The bot has no picture']);
  });
});

describe('a hook', () => {
  describe('ExecuteCommand', () => {
    const typed = {UserId: 'ada', ChannelId: 'town', RootId: 'root', Command: '/zoom start x'};
    const answering = async (server: TestServer, goToUrl?: string) => {
      const {plugin, logged} = createPlugin(server, () => ({
        ...idle,
        runCommand: async (request) => ({
          text: JSON.stringify(request),
          attachments: [{title: 'A title'}],
          createdAt: 1_234,
          ...(goToUrl !== undefined && {goToUrl}),
        }),
      }));
      await plugin.onActivate(server.api);
      return {...plugin, logged};
    };

    it('is answered by the bot, to the person alone, where they typed; the answer itself only opens', async () => {
      const server = createTestServer();
      const plugin = await answering(server, 'https://zoom.us/j/1');
      expect(await plugin.executeCommand(typed, {})).toEqual({GotoLocation: 'https://zoom.us/j/1'});
      const bot = [...server.state.bots.values()][0];
      expect(server.state.ephemeral).toMatchObject([
        {
          userId: 'ada',
          post: {
            user_id: bot?.user_id,
            channel_id: 'town',
            root_id: 'root',
            create_at: 1_234,
            props: {attachments: [{title: 'A title'}]},
          },
        },
      ]);
      expect(JSON.parse(server.state.ephemeral[0]?.post.message ?? '')).toEqual({
        userId: 'ada',
        channelId: 'town',
        rootId: 'root',
        text: '/zoom start x',
        mayPostHere: false,
        drawsCards: false,
        mentions: {},
      });
    });

    it.each([
      ['refused', {kind: 'refuse', status: 500}],
      ['not answered', {kind: 'hang'}],
    ] as const)('is answered as text where the bot is %s', async (_what, fault) => {
      const server = createTestServer();
      const plugin = await answering(server);
      server.faults.add('SendEphemeralPost', fault);
      const answer = plugin.executeCommand(typed, {});
      await new Promise(setImmediate);
      server.clock.advance(2_000);
      expect(await answer).toMatchObject({
        ResponseType: 'ephemeral',
        Text: expect.stringContaining('/zoom start x'),
        Attachments: [{Title: 'A title'}],
      });
      expect(plugin.logged).toEqual(['The bot could not show the answer to a command']);
    });

    it.each([
      ['a browser', 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', true],
      [
        'the desktop app',
        'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Mattermost/5.13.0 Electron/38',
        true,
      ],
      ['the mobile app', 'Mattermost Mobile/2.30.0+600 (ios; 18.1; iPhone 15)', false],
      ['a script', 'curl/8.5.0', false],
      ['nobody knows what', '', false],
    ])('knows whether %s draws cards', async (_what, UserAgent, draws) => {
      const server = createTestServer();
      const plugin = await answering(server);
      await plugin.executeCommand(typed, {UserAgent});
      const {message = ''} = server.state.ephemeral[0]?.post ?? {};
      expect(JSON.parse(message)).toMatchObject({drawsCards: draws});
    });

    it.each([
      ['came over its API', 'session', true],
      ['another plugin runs', '', false],
    ])(
      'takes Mattermost’s word that a command which %s may be answered in the channel: %s',
      async (...row) => {
        const [, SessionId, mayPostHere] = row;
        const server = createTestServer();
        const plugin = await answering(server);
        await plugin.executeCommand(typed, {SessionId});
        const {message = ''} = server.state.ephemeral[0]?.post ?? {};
        expect(JSON.parse(message)).toMatchObject({mayPostHere});
      },
    );
  });

  it('tells the application of a configuration change that comes while it starts', async () => {
    const server = createTestServer();
    const seen: string[] = [];
    const {plugin} = createPlugin(server, () => ({
      ...idle,
      start: () => plugin.onConfigurationChange(),
      settingsChanged: async () => void seen.push('changed'),
    }));
    await plugin.onActivate(server.api);
    expect(seen).toEqual(['changed']);
  });

  it('tells the application of a configuration change, which has then a new site to read', async () => {
    const server = createTestServer();
    const seen: string[] = [];
    const {plugin} = createPlugin(server, (host) => ({
      ...idle,
      start: async () => void seen.push((await host.site()).url),
      settingsChanged: async () => void seen.push((await host.site()).url),
    }));
    await plugin.onConfigurationChange();
    await plugin.onActivate(server.api);
    server.state.serverConfig = {ServiceSettings: {SiteURL: 'https://chat.example.com'}};
    await plugin.onConfigurationChange();
    expect(seen).toEqual(['', 'https://chat.example.com']);
  });

  it('R-06: lets the application drain for 8 s before the stop', async () => {
    const server = createTestServer();
    const drained: number[] = [];
    const {plugin} = createPlugin(server, () => ({...idle, stop: async (ms) => void drained.push(ms)}));
    await plugin.onDeactivate();
    await plugin.onActivate(server.api);
    await plugin.onDeactivate();
    expect(drained).toEqual([8000]);
  });
});

describe('the support packet', () => {
  it('gets the files of the application, and none while the plugin is not active', async () => {
    const server = createTestServer();
    const {plugin} = createPlugin(server, () => idle);
    expect(await plugin.generateSupportData()).toEqual([]);
    await plugin.onActivate(server.api);
    expect(await plugin.generateSupportData()).toEqual([
      {Filename: 'zoom/diagnostics.yaml', Body: Buffer.from('version: "ü"')},
      {Filename: 'zoom/metrics.txt', Body: Buffer.from('# HELP n h\n# TYPE n gauge\nn 1\n')},
    ]);
  });
});

describe('Mattermost’s listener for metrics', () => {
  it('gets those of the application, and is asked to come again while the plugin is not active', async () => {
    const server = createTestServer();
    const {plugin} = createPlugin(server, () => idle);
    const read = async (): Promise<[status: number | undefined, text: string]> => {
      const site = await listen((asked, response) => void plugin.serveMetrics(asked, response));
      const answer = await request(site).get('/metrics');
      await closeServer(site);
      return [answer.status, answer.text];
    };
    expect(await read()).toEqual([503, '']);
    await plugin.onActivate(server.api);
    expect(await read()).toEqual([200, '# HELP n h\n# TYPE n gauge\nn 1\n']);
  });
});

it.each([
  ['of who asks Mattermost itself, whatever they write', '8.8.4.4:50123', '1.1.1.1', '8.8.4.4'],
  ['of who asked the proxy before it, whatever they wrote', '10.0.0.2:50123', '1.1.1.1, 8.8.4.4', '8.8.4.4'],
  ['of the proxy, where that says nothing', '10.0.0.2:50123', undefined, '10.0.0.2'],
])('A-44 hands on the address %s', async (_whose, from, forwarded, address) => {
  const server = createTestServer();
  const {plugin} = createPlugin(server, () => ({
    ...idle,
    serveHttp: (request, response) => void response.end(String(request.headers['x-forwarded-for'])),
  }));
  await plugin.onActivate(server.api);
  const header = forwarded === undefined ? {} : {'X-Forwarded-For': [forwarded]};
  const {response} = await serve(plugin.serveHttp, requestOf({from, header}));
  expect(Buffer.concat(response.writes).toString()).toBe(address);
});
