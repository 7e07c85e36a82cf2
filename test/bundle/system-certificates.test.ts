import {execFile} from 'node:child_process';
import {mkdir, mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {promisify} from 'node:util';
import {afterAll, beforeAll, describe, expect, it} from '@jest/globals';
import {createAuthority} from '../support/create-authority.js';
import {type ConnectProxy, startConnectProxy} from '../support/start-connect-proxy.js';
import {type SecureFront, startSecureFront} from '../support/start-secure-front.js';
import {startTypeScriptHost} from '../support/typescript-host.js';
import {connectedTo, createWorld, type World} from '../support/world.js';
import {bundlePath, reasonToSkipBundle} from './bundle-under-test.js';

(reasonToSkipBundle === undefined ? describe : describe.skip)('the bundled executable', () => {
  let folder: string;
  let authority: string;
  let front: SecureFront;
  let proxy: ConnectProxy;
  let world: World | undefined;
  let origin = '';

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'certificates-'));
    await mkdir(join(folder, 'authority'));
    await promisify(execFile)('tar', ['-xzf', bundlePath('linux-amd64'), '-C', folder]);
    const ours = await createAuthority(join(folder, 'authority'));
    authority = ours.file;
    const identity = await ours.certify(['zoom.test', 'api.zoom.test']);
    front = await startSecureFront({
      identityOf: () => identity,
      origin: () => origin,
      rewrite: (body) => body.replaceAll(origin, 'https://zoom.test'),
    });
    proxy = await startConnectProxy({portOf: () => front.port, credentials: 'ana:P@ss'});
  }, 60_000);
  afterAll(async () => {
    await world?.close();
    await Promise.all([front.close(), proxy.close()]);
    await rm(folder, {recursive: true});
  });

  it.each([
    ['SSL_CERT_FILE', 'NODE_EXTRA_CA_CERTS'],
    ['NODE_EXTRA_CA_CERTS', 'SSL_CERT_FILE'],
  ])('trusts an authority in %s, through a proxy with a password', async (named, other) => {
    const env = {HTTPS_PROXY: `http://ana:P%40ss@${proxy.address}`, [named]: authority, [other]: ''};
    world = await createWorld({
      start: (options) => startTypeScriptHost({...options, env}),
      pluginDir: join(folder, 'zoom'),
      subscribe: false,
      settings: (zoom) => {
        origin = zoom.url;
        const addresses = {ZoomURL: 'https://zoom.test', ZoomAPIURL: 'https://api.zoom.test/v2'};
        return {...connectedTo(zoom), ...addresses, AllowInsecureZoomURLs: false};
      },
    });
    expect((await world.type('/zoom start')).text).toContain('Your meeting is in the channel');
    expect(proxy.asked).toContain('CONNECT api.zoom.test:443');
    await world.close();
    world = undefined;
  });
});
