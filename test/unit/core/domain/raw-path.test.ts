import {describe, expect, it} from '@jest/globals';
import fc from 'fast-check';
import {readRawPath} from '../../../../server/core/domain/raw-path.js';
import {encodePath} from '../../../../server/outbound/zoom/encode-path.js';
import {runsOf} from '../../../support/thorough.js';

/** What is sent; otherwise why not. */
const sent = (typed: string): string => {
  const path = readRawPath(typed);
  return path.kind === 'path' ? encodePath(path.parts, path.query) : path.kind;
};

describe('a path of Zoom’s API that somebody typed', () => {
  it.each([
    ['/users', '/users'],
    ['/users/me/meetings?type=live&page_size=30', '/users/me/meetings?type=live&page_size=30'],
    ['/users/ana+b@example.org', '/users/ana%2Bb%40example.org'],
    ['/users/ana%40example.org', '/users/ana%40example.org'],
    [
      '/past_meetings/%252Fabc%252BdefghijklmnopqrsA%253D%253D',
      '/past_meetings/%252Fabc%252BdefghijklmnopqrsA%253D%253D',
    ],
    [
      '/past_meetings/abcdefghijklmnopqrstuv==/participants',
      '/past_meetings/abcdefghijklmnopqrstuv%3D%3D/participants',
    ],
    ['/meetings/855/recordings?q=a%20b%26c', '/meetings/855/recordings?q=a%20b%26c'],
  ])('%s is sent as %s', (typed, expected) => {
    expect(sent(typed)).toBe(expected);
  });

  it.each([
    '/users/me/token',
    '/users/me/token?type=zak',
    '/users/me/zak',
    '/users/me/ZAK',
    '/users/me/%7Aak',
    '/users/me/%257aak',
    '/users/me/z%61k.',
    '/users/me/zak;x=1',
    '/users/me/zak.json',
    '/users/me/token%2Ejson?type=zak',
    '/users/me/.zak.',
    '/users/me/zak,',
    '/users/me/+zak:get',
    '/meetings/855/jointoken.xml/local_recording',
    '/users/me/zak%3Bx',
    '/users/me/zak%20',
    '/users/me/zak%00',
    '/users/me/zak%3Ftype',
    '/users/me/zak/',
    '/users/me//zak',
    '/users/me/x/../zak',
    '/users/me%2fzak',
    '/users/me%252fzak',
    '/users/me\\zak',
    '/users/me%5Czak',
    '/users/me/ｚａｋ',
    '/users/me/za\u200bk',
    '/meetings/855/jointoken/local_recording',
    '/meetings/855/JoinToken/live_streaming',
    '/meetings/855/livestream',
    '/meetings/855/livestream/status',
    '/webinars/855/%6civestream',
    '/meetings/1234567890%252Flivestream%252F%253D%253D',
  ])('A-30 %s is forbidden, whatever it is written like', (typed) => {
    expect(sent(typed)).toBe('forbidden');
  });

  it.each([
    '',
    'users',
    'https://api.zoom.us/v2/users',
    '//evil.example/users',
    '/users/..',
    '/users/%2e%2e/oauth',
    '/users/%252e%252e/oauth',
    '/users/.',
    '/../oauth/x',
    '/users/',
    '/users//me',
    '/users/a%2Fb',
    '/users/a\\b',
    '/users/a;b=c',
    '/users/a b',
    '/users/a%0d%0ab',
    '/users/%',
    '/users/%c0%ae',
    '/users/%2525252525',
    '/users?a=1?b=2',
    '/users?a=1&a=2',
    '/users?=1',
    '/users#x',
    '/users?a=1#x',
    '/users/\ud800',
    `/users/${'a'.repeat(2_000)}`,
  ])('A-30 %j is not sent, because it leads elsewhere or nowhere', (typed) => {
    expect(sent(typed)).toBe('unusable');
  });

  it('A-30 is what it says, wherever something in between decodes it again', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        'users',
        'me',
        'zak',
        'token',
        '..',
        '.',
        '%2e',
        '%2f',
        '%5c',
        '%25',
        ';',
        '\\',
        '/',
        '?',
        '#',
        '%00',
        'Z',
      ),
      fc.string({maxLength: 4}),
    );
    const typed = fc.array(piece, {maxLength: 8}).map((pieces) => `/${pieces.join('')}`);
    fc.assert(
      fc.property(typed, (path) => {
        const read = readRawPath(path);
        if (read.kind !== 'path') return;
        const target = encodePath(read.parts, read.query);
        const url = new URL(`https://api.zoom.us/v2${target}`);
        expect(url.pathname).toBe(`/v2${target.split('?')[0] ?? ''}`);
        const {pathname} = new URL(`https://api.zoom.us${decodeURIComponent(url.pathname)}`);
        expect(pathname.split('/').slice(0, 2)).toEqual(['', 'v2']);
        expect(pathname.toLowerCase().split('/')).not.toEqual(expect.arrayContaining(['zak']));
        expect(pathname.toLowerCase().split('/')).not.toEqual(expect.arrayContaining(['token']));
      }),
      {numRuns: runsOf(5_000)},
    );
  });
});
