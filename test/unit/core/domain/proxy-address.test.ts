import {inspect} from 'node:util';
import {describe, expect, it} from '@jest/globals';
import fc from 'fast-check';
import {proxyName, readProxyAddress} from '../../../../server/core/domain/proxy-address.js';
import {anyText} from '../../../support/any-text.js';

const credentialsOf = (typed: string): Buffer =>
  Buffer.from(readProxyAddress(typed)?.authorization?.reveal().replace('Basic ', '') ?? '', 'base64');

describe('The address of a proxy', () => {
  it.each([
    ['http://proxy.example:3128', false, 'proxy.example:3128'],
    ['proxy.example:3128', false, 'proxy.example:3128'],
    ['proxy.example', false, 'proxy.example:80'],
    ['proxy:3128/', false, 'proxy:3128'],
    [' HTTP://Proxy.Example:3128 ', false, 'proxy.example:3128'],
    ['https://proxy.example', true, 'proxy.example:443'],
    ['10.0.0.1:3128', false, '10.0.0.1:3128'],
    ['http://[fd00::1]:3128', false, '[fd00::1]:3128'],
    ['http://ana:secret@proxy.example:3128', false, 'proxy.example:3128'],
  ])('%s is read as curl and Go read it', (typed, isSecure, name) => {
    const proxy = readProxyAddress(typed);
    expect(proxy && {isSecure: proxy.isSecure, name: proxyName(proxy)}).toEqual({isSecure, name});
  });

  it.each([
    ['user:P%40ss@proxy:3128', 'user:P@ss'],
    ['http://user:P@ss@proxy:3128', 'user:P@ss'],
    ['http://DOMAIN\\user:a/b#c?d@proxy:3128', 'DOMAIN\\user:a/b#c?d'],
    ['http://DOMAIN%5Cuser:100%25@proxy:3128', 'DOMAIN\\user:100%'],
    ['http://user:100%@proxy:3128', 'user:100%'],
    ['http://user:a:b@proxy:3128', 'user:a:b'],
    ['http://user@proxy:3128', 'user:'],
    ['http://user:p%C3%A4ss@proxy:3128', 'user:päss'],
    ['http://user:päss@proxy:3128', 'user:päss'],
  ])('%s signs in as %s', (typed, credentials) => {
    expect(credentialsOf(typed).toString()).toBe(credentials);
  });

  it('may hold a password in another encoding than UTF-8', () => {
    expect(credentialsOf('http://user:p%E4ss@proxy:3128').toString('latin1')).toBe('user:päss');
  });

  it('signs in with any name and password that are percent-encoded', () => {
    const word = anyText().filter((text) => !text.includes(':'));
    fc.assert(
      fc.property(word, word, (name, password) => {
        const typed = `http://${encodeURIComponent(name)}:${encodeURIComponent(password)}@proxy:3128`;
        expect(credentialsOf(typed).toString()).toBe(`${name}:${password}`);
      }),
    );
  });

  it('is printed without name and password', () => {
    expect(inspect(readProxyAddress('http://ana:canary@proxy:3128'), {depth: null})).not.toMatch(
      /canary|ana|YW5h/,
    );
  });

  it.each([
    '',
    'http://',
    'http://:3128',
    'proxy:0',
    'proxy:65536',
    'proxy:http',
    'http://proxy:3128/path',
    'socks5://proxy:1080',
    'socks5h://user:password@proxy:1080',
    'ftp://proxy',
    'two words',
  ])('%j is none', (typed) => {
    expect(readProxyAddress(typed)).toBeUndefined();
  });
});
