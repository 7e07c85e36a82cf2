import {describe, expect, it} from '@jest/globals';
import {ZOOM_HOSTS} from '../../../../contract/link-rules.js';
import {readSharedLink} from '../../../../server/core/domain/shared-link.js';

const NUMBER = '85512345678';
const read = (typed: string) => readSharedLink(typed, ZOOM_HOSTS);

describe('a link that somebody pastes', () => {
  it.each([
    ['https://zoom.us/j/85512345678', 'https://zoom.us/j/85512345678', NUMBER],
    [
      'https://us02web.zoom.us/j/85512345678?pwd=aB1.2',
      'https://us02web.zoom.us/j/85512345678?pwd=aB1.2',
      NUMBER,
    ],
    ['https://zoom.us/w/85512345678/', 'https://zoom.us/w/85512345678', NUMBER],
    ['<https://zoom.us/j/85512345678>', 'https://zoom.us/j/85512345678', NUMBER],
    ['zoom.us/j/85512345678', 'https://zoom.us/j/85512345678', NUMBER],
    ['HTTPS://ZOOM.US/j/85512345678#success', 'https://zoom.us/j/85512345678', NUMBER],
    ['https://example.zoom.us/my/ana.silva?pwd=x', 'https://example.zoom.us/my/ana.silva?pwd=x', ''],
  ])('is read: %s', (typed, url, number) => {
    expect(read(typed)).toEqual({url, number});
  });

  it.each(['zak=canary', 'tk=canary', 'uname=canary', 'email=canary@example.org', 'pwd=canary%29%5Bx'])(
    'S-12 leaves behind what is not for everybody: %s',
    (query) => {
      const link = read(`https://zoom.us/j/85512345678?${query}`);
      expect(link).toEqual({url: 'https://zoom.us/j/85512345678', number: NUMBER});
    },
  );

  it.each([
    '',
    'standup',
    'https://zoom.us/',
    'https://zoom.us/j/0',
    'https://zoom.us/j/855123456789012',
    'https://zoom.us/j/855-1234-5678',
    'https://zoom.us/s/85512345678?zak=x',
    'https://zoom.us/rec/play/abc',
    'https://zoom.us/my/..%2fsignin',
    'https://zoom.us/my/',
    'https://zoom.us/signin?to=/j/85512345678',
    'http://zoom.us/j/85512345678',
    'https://zoom.us.evil.example/j/85512345678',
    'https://notzoom.us/j/85512345678',
    'https://ana@zoom.us/j/85512345678',
    'https://evil.example/https://zoom.us/j/85512345678',
    'javascript:alert(1)//zoom.us/j/85512345678',
    'https://zoom.us/j/85512345678)[x](https://evil.example',
    'https://zoom.us/j/85512345678\u202e',
    `https://zoom.us/j/85512345678?pwd=${'x'.repeat(5_000)}`,
  ])('S-12 is refused where it is no link to a meeting: %s', (typed) => {
    expect(read(typed)).toBeUndefined();
  });

  it('may lead to the hosts that an administrator allows', () => {
    const hosts = {domains: ['meet.example.org'], insecure: []};
    expect(readSharedLink('https://meet.example.org/j/123456789', hosts)).toMatchObject({
      number: '123456789',
    });
    expect(readSharedLink('https://zoom.us/j/123456789', hosts)).toBeUndefined();
  });
});
