import {randomBytes} from 'node:crypto';
import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {gzipSync} from 'node:zlib';
import {afterAll, afterEach, beforeAll, beforeEach, describe, expect, it} from '@jest/globals';
import {deployBundle} from '../../../scripts/deploy/deploy-bundle.js';
import {DeployError} from '../../../scripts/deploy/deploy-error.js';
import {adminToken, startFakeMattermost, type FakeMattermost} from './fake-mattermost.js';

const content = gzipSync(randomBytes(300_000));
const manifest = {id: 'zoom', version: '3.0.0', min_server_version: '10.11.0'};

describe('npm run deploy', () => {
  let folder: string;
  let bundle: string;
  let fake: FakeMattermost;
  let steps: string[];
  let sent: number[];

  const deploy = (changes: {url?: string; token?: string; bundle?: string} = {}) =>
    deployBundle({
      target: {url: changes.url ?? fake.url, token: changes.token ?? adminToken},
      bundle: changes.bundle ?? bundle,
      manifest,
      report: {step: (text) => steps.push(text), progress: (bytes) => sent.push(bytes)},
      pause: async () => undefined,
    });

  /** Deploys in vain. */
  const failToDeploy = async (changes: Parameters<typeof deploy>[0] = {}): Promise<DeployError> => {
    const error: unknown = await deploy(changes).then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    if (!(error instanceof DeployError)) {
      throw new Error('The deployment did not fail as one', {cause: error});
    }
    return error;
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'deploy-'));
    bundle = join(folder, 'zoom-3.0.0-linux.tar.gz');
    await writeFile(bundle, content);
  });

  afterAll(() => rm(folder, {recursive: true, force: true}));

  beforeEach(async () => {
    fake = await startFakeMattermost();
    steps = [];
    sent = [];
  });

  afterEach(() => fake.close());

  it('uploads the bundle in place of any other, enables it and waits until every node runs it', async () => {
    const node = {plugin_id: 'zoom', version: '3.0.0'};
    const other = {plugin_id: 'calls', version: '1.0.0', state: 3};
    fake.statuses = [
      [other, {...node, version: '2.0.0', state: 2}],
      [other, {...node, state: 2}, {...node, state: 1}],
      [other, {...node, state: 2}, {...node, state: 2}],
    ];
    await deploy();
    expect(fake.uploads).toEqual([{name: 'zoom-3.0.0-linux.tar.gz', content}]);
    expect(fake.enabled).toEqual(['zoom']);
    expect(fake.statuses).toHaveLength(1);
    expect(steps).toEqual([
      `${fake.url} is Mattermost 11.6.0.`,
      'Version 3.0.0 is installed.',
      'The plugin is running.',
    ]);
  });

  it('tells how much of the upload has gone', async () => {
    await deploy();
    expect(sent).toEqual([...sent].sort((a, b) => a - b));
    expect(sent.at(-1)).toBeGreaterThanOrEqual(content.length);
  });

  it('names the bundle that is missing', async () => {
    const error = await failToDeploy({bundle: join(folder, 'nothing.tar.gz')});
    expect(error.problem).toEqual({kind: 'bundle-missing', file: join(folder, 'nothing.tar.gz')});
    expect(error.message).toContain('npm run bundle');
  });

  it('says why a server cannot be reached', async () => {
    await fake.close();
    const error = await failToDeploy();
    expect(error.problem).toEqual({kind: 'unreachable', url: fake.url, reason: 'ECONNREFUSED'});
  });

  it.each([
    ['a page', 200, 'text/html', '<html>Welcome to nginx</html>'],
    ['an error page', 502, 'text/html', '<html>Bad gateway</html>'],
    ['JSON of another kind', 200, 'application/json', '[]'],
    ['broken JSON', 200, 'application/json', '{"status":'],
  ])('sees that %s is not Mattermost', async (_what, status, type, body) => {
    const server = createServer((_request, response) => {
      response.writeHead(status, {'Content-Type': type}).end(body);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const error = await failToDeploy({url});
    server.close();
    server.closeAllConnections();
    expect(error.problem).toEqual({kind: 'not-mattermost', url});
  });

  it('sees a token that the server does not know', async () => {
    const error = await failToDeploy({token: 'a-token-of-long-ago'});
    expect(error.problem).toEqual({kind: 'wrong-token'});
    expect(error.message).not.toContain('a-token-of-long-ago');
  });

  it('sees that the token is not that of a system admin', async () => {
    fake.roles = 'system_user system_manager';
    expect((await failToDeploy()).problem).toEqual({kind: 'not-admin'});
  });

  it.each(['10.10.3', '9.11.0', '5.38.0'])('refuses Mattermost %s as too old', async (version) => {
    fake.version = version;
    expect((await failToDeploy()).problem).toEqual({kind: 'server-too-old', version, needed: '10.11.0'});
    expect(fake.uploads).toEqual([]);
  });

  it.each(['10.11.0', '10.100.0', '12.0.0'])('takes Mattermost %s as new enough', async (version) => {
    fake.version = version;
    await deploy();
    expect(fake.uploads).toHaveLength(1);
  });

  it('does not stumble over a server that hides its version', async () => {
    fake.version = 'hidden';
    await deploy();
    expect(steps[0]).toBe(`${fake.url} is Mattermost (it does not tell its version).`);
  });

  it.each([
    ['Enable', false, 'plugins-disabled', 'PluginSettings.Enable'],
    ['EnableUploads', false, 'uploads-disabled', 'PluginSettings.EnableUploads'],
    ['RequirePluginSignature', true, 'signature-required', 'PluginSettings.RequirePluginSignature'],
  ] as const)('names the setting %s that stands in the way', async (setting, value, kind, named) => {
    fake.config.PluginSettings[setting] = value;
    const error = await failToDeploy();
    expect(error.problem).toEqual({kind});
    expect(error.message).toContain(named);
    expect(sent).toEqual([]);
  });

  it('compares the size with what the server takes before it sends anything', async () => {
    fake.config.FileSettings.MaxFileSize = 1024;
    const error = await failToDeploy();
    expect(error.problem).toEqual({kind: 'too-large', bytes: content.length, limit: 1024});
    expect(error.message).toContain('FileSettings.MaxFileSize');
    expect(sent).toEqual([]);
  });

  it('names the limits of the way when a proxy refuses the size', async () => {
    fake.onUpload = (request, response) => {
      request.resume().once('end', () => response.status(413).send('<html>413</html>'));
    };
    const error = await failToDeploy();
    expect(error.problem).toEqual({kind: 'too-large-on-the-way', bytes: content.length});
    expect(error.message).toContain('client_max_body_size');
  });

  it('says that the connection broke during the upload', async () => {
    fake.onUpload = (request) => request.once('data', () => request.socket.destroy());
    expect((await failToDeploy()).problem.kind).toBe('upload-broke');
  });

  it('never follows a redirect with the token', async () => {
    fake.onUpload = (request, response) => {
      request.resume().once('end', () => response.redirect(308, 'https://elsewhere.example/api/v4/plugins'));
    };
    expect((await failToDeploy()).problem).toEqual({
      kind: 'redirected',
      location: 'https://elsewhere.example/api/v4/plugins',
    });
  });

  it.each([
    [401, {kind: 'wrong-token'}],
    [403, {kind: 'not-admin'}],
    [501, {kind: 'uploads-disabled'}],
    [400, {kind: 'refused', status: 400, message: 'Said by the server.'}],
  ])('understands an upload that is refused with %d', async (status, problem) => {
    fake.onUpload = (request, response) => {
      request.resume().once('end', () => response.status(status).json({message: 'Said by the server.'}));
    };
    expect((await failToDeploy()).problem).toEqual(problem);
  });

  it('tells the plugin’s own error when it fails to start', async () => {
    fake.statuses = [[{plugin_id: 'zoom', version: '3.0.0', state: 3, error: 'exec format error'}]];
    const error = await failToDeploy();
    expect(error.problem).toEqual({
      kind: 'plugin-failed',
      state: 'failed to start',
      error: 'exec format error',
    });
    expect(error.message).toBe('The plugin is installed but failed to start: exec format error.');
  });

  it('gives up on a plugin that is never running', async () => {
    fake.statuses = [[{plugin_id: 'zoom', version: '3.0.0', state: 1}]];
    expect((await failToDeploy()).problem).toEqual({kind: 'not-running', seconds: 60});
  });
});
