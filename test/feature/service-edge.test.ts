import {once} from 'node:events';
import {connect} from 'node:net';
import {text} from 'node:stream/consumers';
import {afterAll, beforeAll, expect, it} from '@jest/globals';
import {onEachHost} from '../support/on-each-host.js';
import type {HttpResponse} from '../support/plugin-host.js';
import {buttonOf, pressButton} from '../support/press-button.js';
import {ADMIN, ANA, CHANNEL, createWorld, type Reply, type World} from '../support/world.js';

onEachHost(
  'The edge of a service',
  ({start, pluginDir}) => {
    let world: World;
    let origin: URL;
    beforeAll(async () => {
      world = await createWorld({start, pluginDir: pluginDir(), subscribe: false});
      origin = new URL(world.host.routesUrl);
    });
    afterAll(() => world.close());

    const typed = async (changes: Record<string, string> = {}): Promise<HttpResponse> => {
      const [command] = await world.host.commands();
      const form = new URLSearchParams({
        token: command?.token ?? '',
        team_id: command?.team_id ?? '',
        channel_id: CHANNEL,
        user_id: ANA,
        command: '/zoom',
        text: 'help',
        response_url: '',
        ...changes,
      });
      return world.host.http({
        method: 'POST',
        path: '/command',
        headers: {'Content-Type': 'application/x-www-form-urlencoded'},
        body: form.toString(),
      });
    };

    const effects = async (): Promise<readonly number[]> => [
      world.zoom.requests.length,
      (await world.host.posts()).length,
    ];

    it('S-15 what is no command of a team of the bot is 401 without effect, no matter who it says it is', async () => {
      expect((await typed()).status).toBe(200);
      const before = await effects();
      const answers = await Promise.all([
        typed({text: 'start', token: ''}),
        typed({text: 'start', team_id: 'b'.repeat(26)}),
        typed({text: 'start', user_id: 'nobody'}),
        typed({text: 'start', channel_id: '../admin'}),
      ]);
      expect(answers.map(({status, body}) => [status, body.length])).toEqual(answers.map(() => [401, 0]));
      expect(await effects()).toEqual(before);
    });

    it('S-15 a command with a token that its team does not have is told what helps, the same to everybody, without effect', async () => {
      const before = await effects();
      const answers = await Promise.all([
        typed({text: 'start', token: 'a'.repeat(26)}),
        typed({text: 'settings', token: 'd'.repeat(26), user_id: 'e'.repeat(26)}),
      ]);
      const texts = answers.map(({status, body}) => [status, (JSON.parse(body.toString()) as Reply).text]);
      const said = expect.stringContaining(
        'a token that the Zoom service does not know, so nothing was done',
      );
      expect(texts).toEqual(answers.map(() => [200, said]));
      expect(await effects()).toEqual(before);
    });

    it('S-15 commands that are refused cost one log line a minute, however many there are', async () => {
      await Promise.all(Array.from({length: 40}, () => typed({token: 'c'.repeat(26)})));
      const lines = (await world.host.logs()).filter(({message}) => message.startsWith('Commands without'));
      // The machine may be slow, but not by minutes.
      expect([lines.length < 4, lines[0]?.fields]).toEqual([true, {count: 1}]);
    });

    it('S-15 an answer never goes to an address that is not Mattermost’s', async () => {
      const requests: string[] = [];
      const {createServer} = await import('node:http');
      const elsewhere = createServer((request, response) => {
        requests.push(request.url ?? '');
        response.end('ok');
      }).listen(0, '127.0.0.1');
      await once(elsewhere, 'listening');
      const {port} = elsewhere.address() as {port: number};
      const settings = await typed({
        text: 'settings',
        response_url: `http://127.0.0.1:${port}/hooks/commands/${'a'.repeat(26)}`,
      });
      const {attachments} = JSON.parse(settings.body.toString()) as Pick<Reply, 'attachments'>;
      const pressed = await pressButton(world, buttonOf({attachments}, 'setopenoff').integration, {
        userId: ANA,
      });
      elsewhere.close();
      expect(pressed.status).toBe(200);
      expect(requests).toEqual([]);
    });

    it('row 29: nobody says who they are by a header', async () => {
      const headers = {'Mattermost-User-Id': ADMIN, 'Content-Type': 'application/json'};
      const client = await world.host.http({path: '/api/v1/client', headers});
      expect(JSON.parse(client.body.toString())).toMatchObject({is_admin: false});
      const body = JSON.stringify({channel_id: CHANNEL});
      for (const path of ['/api/v1/meetings', '/api/v1/start-links']) {
        expect((await world.host.http({method: 'POST', path, headers, body})).status).toBe(401);
      }
      expect((await world.host.http({path: '/api/v1/admin/setup', headers})).status).toBe(404);
    });

    it('large bodies and other types are refused at once', async () => {
      const large = await typed({text: 'x'.repeat(200_000)});
      expect(large.status).toBe(413);
      const json = await world.host.http({
        method: 'POST',
        path: '/command',
        headers: {'Content-Type': 'application/json'},
        body: '{}',
      });
      expect(json.status).toBe(415);
    });

    it('who sends slowly is cut off', async () => {
      const socket = connect(Number(origin.port), '127.0.0.1');
      await once(socket, 'connect');
      socket.write('POST /plugins/zoom/webhook HTTP/1.1\r\nHost: x\r\n');
      expect(await text(socket)).toMatch(/^HTTP\/1\.1 408 /);
    }, 30_000);

    const get = (path: string, headers = {}): Promise<Response> => fetch(new URL(path, origin), {headers});
    const metricsAt = async (): Promise<string> => {
      const told = (await world.host.logs()).filter(({message}) => message === 'Metrics are served');
      return `http://127.0.0.1:${String(told.at(-1)?.fields['port'])}/metrics`;
    };

    it('shows its metrics on a listener of their own, and nothing else there', async () => {
      const address = await metricsAt();
      const metrics = await (await fetch(address)).text();
      expect(metrics).toContain('zoom_http_requests_total{route="/command",status="200"}');
      expect(metrics).toMatch(/^zoom_command_seconds_count [1-9]/m);
      expect(metrics).toContain('zoom_mattermost_connected 1');
      expect((await get('/metrics')).status).toBe(404);
      expect((await fetch(new URL('/plugins/zoom/api/v1/client', address))).status).toBe(404);
    });

    it('tells everybody whether it can serve, and nothing more; the log says what is in the way', async () => {
      const asked = async (path: string): Promise<[number, string]> => {
        const answer = await get(path, {'X-Forwarded-For': '192.0.2.1'});
        return [answer.status, await answer.text()];
      };
      const FAILED = [503, '{"status":"failed"}'];
      const OK = [200, '{"status":"ok"}'];
      // A full disk: the store can still be read.
      await world.host.fault('KVSetWithOptions', {kind: 'refuse', status: 500});
      expect([await asked('/readyz'), await asked('/healthz')]).toEqual([FAILED, OK]);
      const logged = (await world.host.logs()).find(({message}) => message.includes('cannot serve requests'));
      expect(logged?.fields).toEqual({failed: 'store'});
      await world.host.liftFaults();
      // What it knows of the store counts for ten seconds, and another process has to look for itself.
      await world.host.killPlugin();
      await world.host.checkHealth();
      expect(await asked('/readyz')).toEqual(OK);
    });

    it('no secret and no address of a person is in a log line', async () => {
      const lines = JSON.stringify(await world.host.logs());
      const [command] = await world.host.commands();
      const {clientSecret, secretToken} = world.zoom.account;
      for (const secret of [clientSecret, secretToken, command?.token ?? '', 'ana@example.com', 'Bearer ']) {
        expect(lines).not.toContain(secret);
      }
    });
  },
  {lacks: ['sessions']},
);
