import fc from 'fast-check';
import {describe, expect, it} from '@jest/globals';
import {zoomAppLink as serversAppLink} from '../../../server/core/domain/zoom-app-link.js';
import {isJoinLinkAllowed, linkHosts} from '../../../server/core/domain/zoom-addresses.js';
import {httpsHost, isMeetingLink, ZOOM_HOSTS} from '../../../webapp/links/link-rules.js';
import {zoomAppLink} from '../../../webapp/links/zoom-app-link.js';

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
  it('is one for the script exactly where it is one for the server', () => {
    fc.assert(
      fc.property(links, fc.constantFrom(SITE, STRICT), (link, addresses) => {
        expect(isMeetingLink(link, linkHosts(addresses))).toBe(isJoinLinkAllowed(link, addresses));
      }),
      {numRuns: 2000},
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
    'https://us02web.zoom.us/j/85512345678?pwd=c2VjcmV0.1',
    'https://zoom.us/j/855123456',
    'https://zoom.us/my/ana',
    'http://zoom.us/j/85512345678',
    'https://zoom.us/j/12?pwd=a%26b',
    'not an address',
  ])('of %s is that of the server', (link) => {
    expect(zoomAppLink(link) ?? link).toBe(serversAppLink(link));
  });
});
