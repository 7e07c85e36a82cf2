import {describe, expect, it} from '@jest/globals';
import {proxyName} from '../../../server/core/domain/proxy-address.js';
import {proxyOfEnvironment, targetOf} from '../../../server/network/find-proxy.js';
import {ProxyError} from '../../../server/network/proxy-error.js';

type Environment = Record<string, string>;

const PROXY = {HTTPS_PROXY: 'http://proxy.example:3128'};

function proxyFor(address: string, env: Environment): string | undefined {
  const proxy = proxyOfEnvironment(env)(targetOf(address));
  return proxy && proxyName(proxy);
}

describe('The proxy of the environment', () => {
  it.each<[Environment, string, string | undefined]>([
    [{}, 'https://api.zoom.us', undefined],
    [PROXY, 'https://api.zoom.us', 'proxy.example:3128'],
    [{https_proxy: 'proxy.example:3128'}, 'https://api.zoom.us', 'proxy.example:3128'],
    [PROXY, 'http://chat.example.org', undefined],
    [{HTTP_PROXY: 'other.example'}, 'http://chat.example.org', 'other.example:80'],
    [{http_proxy: 'https://other.example'}, 'http://chat.example.org', 'other.example:443'],
    [{HTTP_PROXY: 'other.example'}, 'https://api.zoom.us', undefined],
    [{ALL_PROXY: 'all.example:1'}, 'https://api.zoom.us', 'all.example:1'],
    [{...PROXY, all_proxy: 'all.example:1'}, 'https://api.zoom.us', 'proxy.example:3128'],
    [{HTTPS_PROXY: '', https_proxy: 'proxy.example:3128'}, 'https://api.zoom.us', 'proxy.example:3128'],
    [PROXY, 'wss://chat.example.org/api/v4/websocket', 'proxy.example:3128'],
    [{HTTP_PROXY: 'other.example'}, 'ws://chat.example.org/api/v4/websocket', 'other.example:80'],
  ])('%j: for %s it is %s', (env, address, proxy) => {
    expect(proxyFor(address, env)).toBe(proxy);
  });

  it.each(['http://localhost:8065', 'https://127.0.0.1', 'https://127.8.9.10:8443', 'https://[::1]:8065'])(
    'is left out on the way to this machine: %s',
    (address) => {
      const all = {HTTPS_PROXY: 'proxy.example:3128', HTTP_PROXY: 'proxy.example:3128'};
      expect(proxyFor(address, all)).toBeUndefined();
    },
  );

  it.each([
    ['*', 'https://api.zoom.us'],
    ['example.org', 'https://example.org'],
    ['example.org', 'https://chat.example.org'],
    ['EXAMPLE.org', 'https://Chat.Example.ORG'],
    ['.example.org', 'https://chat.example.org'],
    ['*.example.org', 'https://chat.example.org'],
    ['a.example, chat.example.org ,b.example', 'https://chat.example.org'],
    ['a.example chat.example.org', 'https://chat.example.org'],
    ['chat.example.org:8443', 'https://chat.example.org:8443'],
    ['chat.example.org:443', 'https://chat.example.org'],
    ['chat.example.org.', 'https://chat.example.org'],
    ['mattermost', 'https://mattermost'],
    ['10.1.2.3', 'https://10.1.2.3'],
    ['10.1.2.3:8065', 'https://10.1.2.3:8065'],
    ['10.0.0.0/8', 'https://10.1.2.3'],
    ['fd00::/8', 'https://[fd12::1]'],
    ['fd12::1', 'https://[fd12::1]'],
  ])('is left out where NO_PROXY=%s, on the way to %s', (list, address) => {
    expect(proxyFor(address, {...PROXY, NO_PROXY: list})).toBeUndefined();
    expect(proxyFor(address, {...PROXY, no_proxy: list})).toBeUndefined();
  });

  it.each([
    ['', 'https://chat.example.org'],
    ['example.org', 'https://notexample.org'],
    ['example.org', 'https://example.org.evil.example'],
    ['.example.org', 'https://example.org'],
    ['chat.example.org:8443', 'https://chat.example.org'],
    ['10.0.0.0/8', 'https://11.1.2.3'],
    ['10.0.0.0/99', 'https://10.1.2.3'],
    ['10.0.0.0/8', 'https://chat.example.org'],
    ['0.1.2.3', 'https://10.1.2.3'],
    ['nonsense/8', 'https://10.1.2.3'],
  ])('is used where NO_PROXY=%s, on the way to %s', (list, address) => {
    expect(proxyFor(address, {...PROXY, NO_PROXY: list})).toBe('proxy.example:3128');
  });

  it('that is no address is told by the name of its variable, and by nothing else', () => {
    const wrong = () =>
      proxyFor('https://api.zoom.us', {https_proxy: 'socks5://ana:canary@proxy.example:1080'});
    expect(wrong).toThrow(new ProxyError('address', 'https_proxy'));
  });
});
