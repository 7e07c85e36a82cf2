import {afterAll, beforeAll, describe, expect, it} from '@jest/globals';
import {request} from 'node:http';
import {WebSocket} from 'ws';
import {createSandbox, type Sandbox} from '../../../../sandbox/sandbox.js';
import {shared} from '../../../support/shared/shared.js';

let sandbox: Sandbox;
beforeAll(async () => {
  const {folder} = await shared('plugin');
  const page = new Map([['/', {type: 'text/html', body: 'page'}]]);
  sandbox = await createSandbox({pluginDir: folder, buildPage: async () => page});
}, 60_000);
afterAll(() => sandbox.close());

interface Session {
  cookie: string;
  csrf: string;
}

const site = (): string => sandbox.mattermost.siteUrl;
async function signIn(person: string): Promise<Session> {
  const answer = await fetch(`${site()}/as/${person}/`);
  const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0] ?? '');
  const csrf = cookies.find((cookie) => cookie.startsWith('MMCSRF='))?.slice('MMCSRF='.length) ?? '';
  return {cookie: cookies.join('; '), csrf};
}

/** A call below the seat of the person, with what the browser would send. */
async function call(
  person: string,
  method: string,
  path: string,
  {cookie, csrf}: Partial<Session>,
  body?: unknown,
): Promise<{status: number; json: Record<string, unknown>}> {
  const answer = await fetch(`${site()}/as/${person}${path}`, {
    method,
    headers: {
      'Content-Type': 'application/json',
      ...(cookie !== undefined && {Cookie: cookie}),
      ...(csrf !== undefined && {'X-CSRF-Token': csrf}),
    },
    ...(body !== undefined && {body: JSON.stringify(body)}),
  });
  const text = await answer.text();
  return {status: answer.status, json: text === '' ? {} : (JSON.parse(text) as Record<string, unknown>)};
}

const townSquare = (): string =>
  [...sandbox.mattermost.state.channels.values()].find(({name}) => name === 'town-square')?.id ?? '';

describe('a session of the small Mattermost', () => {
  it('is that of the seat whose cookie came along, and of nobody without it', async () => {
    const ana = await signIn('ana');
    expect((await call('ana', 'GET', '/api/v4/users/me', ana)).json).toMatchObject({username: 'ana'});
    expect((await call('ana', 'GET', '/api/v4/users/me', {})).status).toBe(401);
    expect((await call('ben', 'GET', '/api/v4/users/me', ana)).status).toBe(401);
  });

  it('changes something only with its CSRF token, on the REST API and on the plugin’s routes', async () => {
    const {cookie, csrf} = await signIn('ana');
    const post = {channel_id: townSquare(), message: 'Hello'};
    for (const wrong of [{cookie}, {cookie, csrf: 'wrong'}, {csrf}]) {
      expect((await call('ana', 'POST', '/api/v4/posts', wrong, post)).status).toBe(401);
      expect((await call('ana', 'POST', '/plugins/zoom/api/v1/meetings', wrong, post)).status).toBe(401);
    }
    expect((await call('ana', 'POST', '/api/v4/posts', {cookie, csrf}, post)).status).toBe(201);
  });

  it('A-04 is not had by saying so: headers that name a user are the server’s alone', async () => {
    const headers = {'Mattermost-User-Id': 'ana'.padEnd(26, '0'), 'x-sandbox-user': 'ana'.padEnd(26, '0')};
    const answers = await Promise.all(
      ['/api/v4/users/me', '/plugins/zoom/api/v1/client'].map((path) =>
        fetch(`${site()}/as/ana${path}`, {headers}),
      ),
    );
    expect(answers.map(({status}) => status)).toEqual([401, 401]);
  });

  it('is not given to a page that got here under a name of its own', async () => {
    const {hostname, port} = new URL(site());
    const status = await new Promise((resolve, reject) => {
      const sent = request({hostname, port, path: '/as/ana/', headers: {Host: 'evil.example'}}, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      });
      sent.on('error', reject).end();
    });
    expect(status).toBe(403);
  });
});

describe('what one person may see', () => {
  it('is no channel that they are not in, and no address of others where the server hides them', async () => {
    await sandbox.mattermost.setServerConfig({PrivacySettings: {ShowEmailAddress: false}});
    const gil = await signIn('gil');
    const planning =
      [...sandbox.mattermost.state.channels.values()].find(({name}) => name === 'planning')?.id ?? '';
    expect((await call('gil', 'GET', `/api/v4/channels/${planning}/posts`, gil)).status).toBe(403);
    const anaId = 'ana'.padEnd(26, '0');
    const {json} = await call('gil', 'GET', `/api/v4/users/${anaId}`, gil);
    expect(json).toMatchObject({username: 'ana', email: ''});
    expect(json).not.toHaveProperty('email_verified');
  });

  it('is no address behind a button', async () => {
    const ana = await signIn('ana');
    const started = {channel_id: townSquare(), command: '/zoom start'};
    await call('ana', 'POST', '/api/v4/commands/execute', ana, started);
    const {json} = await call('ana', 'GET', `/api/v4/channels/${townSquare()}/posts`, ana);
    const {ephemeral} = sandbox.mattermost.state;
    expect(JSON.stringify(ephemeral)).toContain('integration');
    expect(JSON.stringify(json)).not.toContain('integration');
  });
});

describe('the System Console', () => {
  it('C-02 shows every secret hidden, and keeps the stored one when that comes back', async () => {
    const ada = await signIn('ada');
    const before = sandbox.mattermost.state.settings['oauthclientsecret'];
    const {json} = await call('ada', 'GET', '/api/v4/config', ada);
    expect(JSON.stringify(json)).not.toContain(String(before));
    const {zoom} = (json['PluginSettings'] as {Plugins: Record<string, Record<string, unknown>>}).Plugins;
    expect(zoom?.['oauthclientsecret']).toMatch(/^\*+$/);
    await call('ada', 'PUT', '/api/v4/config/patch', ada, {
      PluginSettings: {Plugins: {zoom: {...zoom, trustunverifiedemails: true}}},
    });
    expect(sandbox.mattermost.state.settings).toMatchObject({
      oauthclientsecret: before,
      trustunverifiedemails: true,
    });
  });

  it('is for administrators', async () => {
    const ana = await signIn('ana');
    for (const [method, path] of [
      ['GET', '/config'],
      ['PUT', '/config/patch'],
      ['GET', '/plugins'],
    ] as const) {
      const body = method === 'PUT' ? {} : undefined;
      expect((await call('ana', method, `/api/v4${path}`, ana, body)).status).toBe(403);
    }
  });
});

describe('the websocket', () => {
  const listen = async (person: string, headers: Record<string, string>): Promise<WebSocket> => {
    const socket = new WebSocket(`${site().replace('http', 'ws')}/as/${person}/api/v4/websocket`, {headers});
    await new Promise((resolve, reject) => {
      socket.once('message', resolve);
      socket.once('error', reject);
    });
    return socket;
  };
  const next = (socket: WebSocket, wanted: string): Promise<{data: {post?: string}}> =>
    new Promise((resolve) => {
      socket.on('message', (bytes: Buffer) => {
        const message = JSON.parse(bytes.toString()) as {event: string; data: {post?: string}};
        if (message.event === wanted) resolve(message);
      });
    });

  it('tells members of a channel what is posted there, and one person what only they see', async () => {
    const [ana, ben] = [await signIn('ana'), await signIn('ben')];
    const sockets = [
      await listen('ana', {Cookie: ana.cookie}),
      await listen('ben', {Cookie: ben.cookie}),
    ] as const;
    const seen = Promise.all(sockets.map((socket) => next(socket, 'posted')));
    await call('ana', 'POST', '/api/v4/posts', ana, {channel_id: townSquare(), message: 'For all'});
    expect(
      (await seen).map(({data}) => (JSON.parse(data.post ?? '{}') as {message: string}).message),
    ).toEqual(['For all', 'For all']);
    let benHeard = false;
    sockets[1].on(
      'message',
      (bytes: Buffer) => (benHeard ||= bytes.toString().includes('ephemeral_message')),
    );
    const alone = next(sockets[0], 'ephemeral_message');
    await call('ana', 'POST', '/api/v4/commands/execute', ana, {
      channel_id: townSquare(),
      command: '/zoom help',
    });
    expect((await alone).data.post).toContain('Zoom for Mattermost');
    const marker = next(sockets[1], 'posted');
    await call('ana', 'POST', '/api/v4/posts', ana, {channel_id: townSquare(), message: 'Marker'});
    await marker;
    expect(benHeard).toBe(false);
    for (const socket of sockets) socket.terminate();
  });

  it('is closed to who is not signed in', async () => {
    await expect(listen('ana', {})).rejects.toThrow();
  });
});
