import {mkdir, mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, beforeAll, expect, it} from '@jest/globals';
import {createAuthority} from '../support/create-authority.js';
import {onAnyHost} from '../support/on-each-host.js';
import type {PluginConfig} from '../support/plugin-host.js';
import {type ConnectProxy, startConnectProxy} from '../support/start-connect-proxy.js';
import {type SecureFront, startSecureFront} from '../support/start-secure-front.js';
import {ADMIN, connectedTo, createWorld, type World} from '../support/world.js';

const FRONT = ['zoom.test', 'api.zoom.test', 'stranger.test', 'api.stranger.test'];

/**
 * Zoom can be reached through a proxy alone, which wants a password, and what answers there has a certificate of the
 * company's own authority.
 */
onAnyHost('In the network of a company', ({start, pluginDir}) => {
  let folder: string;
  let front: SecureFront;
  let proxy: ConnectProxy;
  let blocking: ConnectProxy;
  let world: World;
  let origin = '';
  let linksLeadTo = 'https://zoom.test';

  const settings = (): PluginConfig => ({
    ...connectedTo(world.zoom),
    AllowInsecureZoomURLs: false,
    ZoomURL: 'https://zoom.test',
    ZoomAPIURL: 'https://api.zoom.test/v2',
  });
  const doctor = async (changes: PluginConfig): Promise<string> => {
    await world.host.setPluginConfig({...settings(), ...changes});
    return (await world.type('/zoom doctor', {userId: ADMIN})).text;
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'company-'));
    const [ours, others] = await Promise.all(
      ['ours', 'others'].map(async (name) => {
        await mkdir(join(folder, name));
        const authority = await createAuthority(join(folder, name));
        return {...(await authority.certify(FRONT)), file: authority.file};
      }),
    );
    if (ours === undefined || others === undefined) throw new Error('no authority');
    front = await startSecureFront({
      identityOf: (host) => (host.endsWith('stranger.test') ? others : ours),
      origin: () => origin,
      rewrite: (body) => body.replaceAll(origin, linksLeadTo),
    });
    proxy = await startConnectProxy({portOf: () => front.port, credentials: 'ana:P@ss'});
    blocking = await startConnectProxy({portOf: () => undefined});
    const env = {HTTPS_PROXY: `http://ana:P%40ss@${proxy.address}`, NODE_EXTRA_CA_CERTS: ours.file};
    world = await createWorld({
      start: (options) => start({...options, env}),
      pluginDir: pluginDir(),
      subscribe: false,
      settings: (zoom) => {
        origin = zoom.url;
        return {
          ...connectedTo(zoom),
          AllowInsecureZoomURLs: false,
          ZoomURL: 'https://zoom.test',
          ZoomAPIURL: 'https://api.zoom.test/v2',
        };
      },
    });
  }, 60_000);
  afterAll(async () => {
    await world.close();
    await Promise.all([front.close(), proxy.close(), blocking.close()]);
    await rm(folder, {recursive: true});
  });

  it('a meeting is started through the proxy of the environment, which sees tunnels alone', async () => {
    expect((await world.type('/zoom start')).text).toContain('Your meeting is in the channel');
    expect(new Set(proxy.asked)).toEqual(new Set(['CONNECT zoom.test:443', 'CONNECT api.zoom.test:443']));
    expect(JSON.stringify(await world.card())).toContain('https://zoom.test/j/');
  });

  it('a proxy of the settings comes before it, and the doctor names it without its password', async () => {
    proxy.asked.length = 0;
    const text = await doctor({ProxyURL: `ana:P@ss@${proxy.address}`});
    expect(text).toContain(`Zoom is called through the proxy \`${proxy.address}\`.`);
    expect(text).toContain('Zoom let this server sign in.');
    expect(proxy.asked).toContain('CONNECT zoom.test:443');
    expect(await doctor({ProxyURL: `http://${blocking.address}`})).toContain(
      `The proxy \`${blocking.address}\` does not let this server reach Zoom (status 403).`,
    );
    const refused = await doctor({ProxyURL: `http://ana:wrong@${proxy.address}`});
    expect(refused).toContain(
      `The proxy \`${proxy.address}\` did not accept the user name and the password (status 407).`,
    );
    expect(refused).not.toContain('wrong@');
    expect(await doctor({ProxyURL: 'http://127.0.0.1:9'})).toContain('cannot reach the proxy `127.0.0.1:9`');
    expect(await doctor({ProxyURL: 'socks5://proxy.example'})).toContain(
      '**Proxy** is not the address of a proxy',
    );
  });

  it('people read that it is the proxy, and that nothing was created', async () => {
    await world.host.setPluginConfig({...settings(), ProxyURL: `http://${blocking.address}`});
    const place = await world.newcomer();
    expect((await world.type('/zoom start', place)).text).toContain(
      'This server reaches Zoom through a proxy, and got no further than that. Nothing was created.',
    );
  });

  it('a certificate of an authority that nobody named is told as that', async () => {
    const text = await doctor({ZoomURL: 'https://stranger.test', ZoomAPIURL: 'https://api.stranger.test/v2'});
    expect(text).toMatch(/does not trust the https certificate .*\(\w*(CERT|UNABLE)\w*\)/);
    expect(text).toContain('`NODE_EXTRA_CA_CERTS`');
  });

  it('an address where something else answers than Zoom’s API is told as that', async () => {
    const text = await doctor({ZoomAPIURL: 'https://api.zoom.test'});
    expect(text).toContain('Something other than Zoom answers (status 404)');
    expect(text).toContain('ends with `/v2`');
  });

  it('links may lead to a further domain that the administrator named, and the doctor shows it', async () => {
    linksLeadTo = 'https://meet.company.test';
    await world.host.setPluginConfig(settings());
    const before = await world.newcomer();
    expect((await world.type('/zoom start', before)).text).toContain('does not trust');
    expect(await doctor({LinkDomains: 'company.test'})).toContain(
      'Links to meetings may also lead to `company.test`.',
    );
    const after = await world.newcomer();
    expect((await world.type('/zoom start', after)).text).toContain('Your meeting is in the channel');
    expect(JSON.stringify(await world.card(after.channelId))).toContain('https://meet.company.test/j/');
    expect(await doctor({LinkDomains: 'https://company.test'})).toContain(
      '**Further link domains** must hold nothing but domains',
    );
  });
});
