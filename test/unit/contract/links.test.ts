import fc from 'fast-check';
import {describe, expect, it} from '@jest/globals';
import {linkHosts} from '../../../server/core/domain/zoom-addresses.js';
import {httpsHost, isMeetingLink, ZOOM_HOSTS} from '../../../contract/link-rules.js';
import {zoomAppLink} from '../../../contract/zoom-app-link.js';

const SITE = {webUrl: 'http://zoom.test:8087', apiUrl: 'http://api.test:8087/v2', allowInsecure: true};
const STRICT = {
  webUrl: 'https://zoom.example.org',
  apiUrl: 'https://api.example.org/v2',
  allowInsecure: false,
};

const hostParts = fc.constantFrom(
  'zoom.us',
  'us02web.',
  'zoom.example.org',
  'evil.example',
  '.',
  '@',
  'zoom.test',
  ':8087',
  '\\',
  '/',
  'j',
);
const links = fc.oneof(
  fc.webUrl(),
  fc
    .tuple(
      fc.constantFrom('https://', 'http://', 'HTTPS://', 'javascript:', '//', ''),
      fc.array(hostParts, {maxLength: 5}),
    )
    .map(([scheme, parts]) => scheme + parts.join('')),
);

describe('A link to a meeting', () => {
  const cloud = {webUrl: 'https://zoom.us', apiUrl: 'https://api.zoom.us/v2', allowInsecure: false};
  const own = {
    webUrl: 'https://zoom.company.example',
    apiUrl: 'https://api.company.example/v2',
    allowInsecure: false,
  };
  const further = {...cloud, linkDomains: ['meet.example']};
  const local = {
    webUrl: 'http://127.0.0.1:9000',
    apiUrl: 'http://127.0.0.1:9001/v2',
    allowInsecure: true,
  };

  it.each([
    ['https://us02web.zoom.us/j/85512345678?pwd=aDYr.1', cloud],
    ['https://company.zoom.us/my/ana', cloud],
    ['https://company.zoomgov.com/j/1', cloud],
    ['https://hochschule.zoom-x.de/j/1', cloud],
    ['https://company.zoom.com.cn/j/1', cloud],
    ['https://meet.example/j/1', further],
    ['https://eu.meet.example/j/1', further],
    ['https://us02web.zoom.us/j/1', further],
    ['https://zoom.company.example/j/1', own],
    ['https://eu.zoom.company.example/j/1', own],
    ['https://us02web.zoom.us/j/1', own],
    ['http://127.0.0.1:9000/j/1?pwd=x', local],
    ['http://127.0.0.1:9001/j/1', local],
    ['https://us02web.zoom.us/j/1', local],
  ])('%s may be posted', (link, addresses) => {
    expect(isMeetingLink(link, linkHosts(addresses))).toBe(true);
  });

  it.each([
    ['javascript:alert(1)', cloud],
    ['https://meet.example/j/1', cloud],
    ['http://meet.example/j/1', further],
    ['https://notmeet.example/j/1', further],
    ['https://zoom-x.de.evil.example/j/1', cloud],
    ['https://notzoom-x.de/j/1', cloud],
    ['http://zoom.us/j/1', cloud],
    ['https://evil.example/j/1', cloud],
    ['https://notzoom.us/j/1', cloud],
    ['https://zoom.us.evil.example/j/1', cloud],
    ['https://zoom.us@evil.example/j/1', cloud],
    ['https://ana:pass@zoom.us/j/1', cloud],
    ['https://evil.example\\.zoom.us/j/1', cloud],
    ['https://zoom.us/j/1) [free](https://evil.example', cloud],
    ['https://zoom.us/j/1\nhttps://evil.example', cloud],
    ['https://zoom.us/j/\u202e1', cloud],
    ['https://zoom.us/j/\u00001', cloud],
    [' https://zoom.us/j/1', cloud],
    [`https://zoom.us/j/1?pwd=${'a'.repeat(5000)}`, cloud],
    ['zoommtg://zoom.us/join?confno=1', cloud],
    ['', cloud],
    ['https://other.company.example/j/1', own],
    ['http://zoom.company.example/j/1', own],
    ['http://127.0.0.1:9002/j/1', local],
    ['http://127.0.0.1/j/1', local],
    ['http://us02web.zoom.us/j/1', local],
    ['ftp://127.0.0.1:9000/j/1', local],
  ])('%j may not', (link, addresses) => {
    expect(isMeetingLink(link, linkHosts(addresses))).toBe(false);
  });

  it('leads to a known host by https, however it is written', () => {
    fc.assert(
      fc.property(links, fc.constantFrom(SITE, STRICT), (link, addresses) => {
        fc.pre(isMeetingLink(link, linkHosts(addresses)));
        const {protocol, hostname, host} = new URL(link);
        const known = addresses === SITE ? /(^|\.)zoom\.(us|test)$/ : /(^|\.)zoom\.(us|example\.org)$/;
        const isKnown = known.test(hostname) && protocol === 'https:';
        expect(isKnown || (addresses === SITE && host === 'zoom.test:8087')).toBe(true);
      }),
      {numRuns: 300},
    );
  });

  it.each([undefined, null, 7, {}, ['https://zoom.us/j/1'], '', 'x'.repeat(5000)])('is not %p', (link) => {
    expect(isMeetingLink(link, ZOOM_HOSTS)).toBe(false);
  });

  it('of another service shows its host, and is https', () => {
    expect(httpsHost('https://meet.example.org:8443/a')).toBe('meet.example.org:8443');
    expect(httpsHost('http://meet.example.org/a')).toBeUndefined();
    expect(httpsHost('javascript:alert(1)')).toBeUndefined();
  });
});

describe('The link into the Zoom app', () => {
  it.each([
    [
      'https://us02web.zoom.us/j/85512345678?pwd=c2VjcmV0.1',
      'zoommtg://us02web.zoom.us/join?action=join&confno=85512345678&pwd=c2VjcmV0.1',
    ],
    ['https://zoom.us/j/855123456', 'zoommtg://zoom.us/join?action=join&confno=855123456'],
    [
      'https://zoom.us/j/855123456?pwd=a%26b',
      'zoommtg://zoom.us/join?action=join&confno=855123456&pwd=a%26b',
    ],
  ])('of %s says all that is needed', (link, app) => {
    expect(zoomAppLink(link)).toBe(app);
  });

  it.each([
    'https://zoom.us/my/ana',
    'http://zoom.us/j/85512345678',
    'https://zoom.us/j/12?pwd=a',
    'not an address',
  ])('is none for %s', (link) => {
    expect(zoomAppLink(link)).toBeUndefined();
  });
});
