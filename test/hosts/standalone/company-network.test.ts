import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {text} from 'node:stream/consumers';
import {afterAll, beforeAll, describe, expect, it} from '@jest/globals';
import {
  createMattermostForService,
  type MattermostForService,
} from '../../../sandbox/mattermost/mattermost-for-service.js';
import {startService} from '../../../sandbox/service/service-process.js';
import {createAuthority} from '../../support/create-authority.js';
import {mattermostId} from '../../support/mattermost-id.js';
import {shared} from '../../support/shared/shared.js';
import {type ConnectProxy, startConnectProxy} from '../../support/start-connect-proxy.js';
import {type SecureFront, startSecureFront} from '../../support/start-secure-front.js';

const TEAM = mattermostId('team');
const CHAT = 'https://chat.test';

/** Mattermost can be reached through a proxy alone, under a certificate of the company's own authority. */
describe('A service in the network of a company', () => {
  let script: string;
  let folder: string;
  let authority: string;
  let mattermost: MattermostForService;
  let front: SecureFront;
  let proxy: ConnectProxy;
  let blocking: ConnectProxy;
  let settings: Record<string, string>;
  let env: Record<string, string>;
  beforeAll(async () => {
    script = await shared('service');
    folder = await mkdtemp(join(tmpdir(), 'company-'));
    const ours = await createAuthority(folder);
    const identity = await ours.certify(['chat.test']);
    authority = ours.file;
    mattermost = await createMattermostForService();
    mattermost.seed({teams: [{id: TEAM}]});
    const bot = mattermost.addBot({username: 'zoom', roles: 'system_user system_admin'});
    mattermost.seed({teamMembers: [{team_id: TEAM, user_id: bot.userId, scheme_admin: true}]});
    front = await startSecureFront({identityOf: () => identity, origin: () => mattermost.siteUrl});
    proxy = await startConnectProxy({portOf: () => front.port, credentials: 'ana:P@ss'});
    blocking = await startConnectProxy({portOf: () => undefined});
    env = {HTTPS_PROXY: `ana:P%40ss@${proxy.address}`, NODE_EXTRA_CA_CERTS: authority};
    settings = {
      MattermostURL: CHAT,
      MattermostToken: bot.token,
      ServiceURL: 'http://127.0.0.1:9',
      Listen: '127.0.0.1:0',
      Store: 'memory:',
    };
    await writeFile(join(folder, 'zoom-mattermost.json'), JSON.stringify(settings));
  }, 60_000);
  afterAll(async () => {
    await Promise.all([front.close(), proxy.close(), blocking.close(), mattermost.close()]);
    await rm(folder, {recursive: true});
  });

  /** What `zoom-mattermost check` says about the way to Mattermost. */
  async function check(environment: Record<string, string>): Promise<string> {
    const child = spawn(process.execPath, [script, 'check'], {
      cwd: folder,
      env: {...process.env, ...environment},
    });
    const [said] = await Promise.all([text(child.stdout), once(child, 'exit')]);
    return said;
  }

  it('speaks to Mattermost through the proxy, by REST and by websocket', async () => {
    const service = await startService({
      script,
      settings,
      env,
      log: () => undefined,
    });
    try {
      expect(new Set(proxy.asked)).toEqual(new Set(['CONNECT chat.test:443']));
      expect([...mattermost.state.slashCommands.values()]).toHaveLength(1);
      expect(await front.webSocket).toContain('/api/v4/websocket');
    } finally {
      await service.end();
    }
  }, 30_000);

  it('says which of them failed: the proxy, its password, the certificate, or Mattermost', async () => {
    const [good, refused, password, certificate, address, direct] = await Promise.all([
      check(env),
      check({...env, HTTPS_PROXY: blocking.address}),
      check({...env, HTTPS_PROXY: `http://ana:wrong@${proxy.address}`}),
      check({...env, NODE_EXTRA_CA_CERTS: '', SSL_CERT_FILE: '', SSL_CERT_DIR: ''}),
      check({...env, HTTPS_PROXY: 'socks5://proxy.example:1080'}),
      check({...env, NO_PROXY: 'chat.test'}),
    ]);
    expect(good).toContain('✓ Bot account: @zoom is signed in.');
    expect(refused).toContain(
      `✗ Bot account: The proxy ${blocking.address} does not let this service reach chat.test (status 403). ` +
        'Allow it there, or add chat.test to NO_PROXY.',
    );
    expect(password).toContain(`The proxy ${proxy.address} did not accept the user name and the password`);
    expect(password).not.toContain('wrong');
    expect(certificate).toMatch(/The https certificate of https:\/\/chat\.test is not trusted \(\w+\)/);
    expect(address).toContain('HTTPS_PROXY in the environment is not the address of a proxy');
    expect(direct).toContain('Mattermost does not answer at https://chat.test');
  }, 60_000);
});
