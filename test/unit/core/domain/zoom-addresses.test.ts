import {describe, expect, it} from '@jest/globals';
import {
  addressProblem,
  type AddressProblem,
  belongTogether,
} from '../../../../server/core/domain/zoom-addresses.js';

describe('A typed address', () => {
  it.each([
    'https://zoom.us',
    'https://zoom.us/',
    'https://api.zoom.us/v2',
    'https://api-eu.zoom.us/v2',
    'https://zoomgov.com',
    'https://zoom.company.example:8443/api/v2',
  ])('%s may be used', (typed) => {
    expect(addressProblem(typed, false)).toBeUndefined();
  });

  it.each<[typed: string, problem: AddressProblem]>([
    ['https://user:pass@api.zoom.us', 'not-an-address'],
    ['https://zoom.us.evil.example', 'looks-like-zoom'],
    ['https://notzoom.us', 'looks-like-zoom'],
    ['https://zoom.us.', 'looks-like-zoom'],
    ['https://zoom.us\\@evil', 'not-an-address'],
    ['https://zoom.us@evil.example', 'not-an-address'],
    ['https://zoom.us?x=1', 'not-an-address'],
    ['https://zoom.us#x', 'not-an-address'],
    ['https://zоom.us', 'not-an-address'],
    ['https://zoom.us:99999', 'not-an-address'],
    ['zoom.us', 'not-an-address'],
    ['', 'not-an-address'],
    ['ftp://zoom.us', 'not-an-address'],
    ['javascript:alert(1)', 'not-an-address'],
    ['http://zoom.us', 'not-https'],
    ['https://127.0.0.1', 'ip-address'],
    ['https://0x7f.1', 'ip-address'],
    ['https://2130706433', 'ip-address'],
    ['https://[::1]', 'not-an-address'],
  ])('%s is refused (C-04)', (typed, problem) => {
    expect(addressProblem(typed, false)).toBe(problem);
  });

  it.each(['http://127.0.0.1:8065/v2', 'http://zoom.internal', 'https://zoom.us.evil.example'])(
    '%s may be used where the administrator allows it (C-04)',
    (typed) => {
      expect(addressProblem(typed, true)).toBeUndefined();
    },
  );

  it.each(['https://user:pass@api.zoom.us', 'https://zoom.us\\@evil', 'file:///etc/passwd'])(
    '%s is refused even then (C-04)',
    (typed) => {
      expect(addressProblem(typed, true)).toBe('not-an-address');
    },
  );
});

describe('The web and the API address', () => {
  it.each([
    ['https://zoom.us', 'https://api.zoom.us/v2'],
    ['https://zoom.us', 'https://api-eu.zoom.us/v2'],
    ['https://zoomgov.com', 'https://api.zoomgov.com/v2'],
    ['https://yourzoom.example', 'https://api.yourzoom.example/v2'],
    ['https://zoom.company.example', 'https://zoom-api.company.example/v2'],
    ['https://zoom.company.example', 'https://zoom.company.example/v2'],
  ])('%s and %s belong together', (web, api) => {
    expect(belongTogether(web, api)).toBe(true);
  });

  it.each([
    ['https://zoom.us', 'https://api.evil.example/v2'],
    ['https://zoom.company.example', 'https://api.zoom.us/v2'],
    ['https://zoom.company.example', 'https://api.other.example/v2'],
    ['https://company.example', 'https://evil.example/v2'],
    ['https://10.0.0.1', 'https://11.0.0.1/v2'],
  ])('%s and %s do not: the token would go to a stranger', (web, api) => {
    expect(belongTogether(web, api)).toBe(false);
  });
});
