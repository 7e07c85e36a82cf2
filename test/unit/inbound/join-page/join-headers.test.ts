import {describe, expect, it} from '@jest/globals';
import {readSettings} from '../../../../server/core/domain/settings.js';
import {type Headers, joinHeaders} from '../../../../server/inbound/join-page/join-headers.js';
import {setUpJoinPage} from '../../../support/join-page-settings.js';

const connected = {
  ConnectionMode: 'server_to_server',
  AccountID: 'acc-1',
  OAuthClientID: 'client-1',
  OAuthClientSecret: 'client-secret',
};

function headersWith(changes: Record<string, unknown> = {}): Headers {
  const {joinPage, zoom, problems} = readSettings({...connected, ...setUpJoinPage, ...changes});
  if (joinPage === undefined) throw new Error(JSON.stringify(problems));
  return joinHeaders(joinPage, zoom?.addresses);
}

const policyWith = (changes: Record<string, unknown> = {}): Readonly<Record<string, string>> =>
  Object.fromEntries(
    (headersWith(changes)['Content-Security-Policy'] ?? '')
      .split('; ')
      .map((directive) => [directive.split(' ')[0] ?? '', directive.split(' ').slice(1).join(' ')]),
  );

const own = 'https://join.example.org/plugins/zoom/join-page/';

describe('The headers of the page to join', () => {
  it('allow what Zoom’s SDK needs, of our own host the page alone, and no script in the HTML', () => {
    expect(policyWith()).toEqual({
      'default-src': "'none'",
      'script-src': `${own}page.js https://source.zoom.us/ blob: 'unsafe-eval'`,
      'style-src': "'unsafe-inline' https://source.zoom.us/",
      'connect-src': `${own} https://source.zoom.us/ https://zoom.us https://*.zoom.us wss://zoom.us wss://*.zoom.us`,
      'worker-src': 'blob:',
      'img-src': 'data: blob: https://source.zoom.us/ https://zoom.us https://*.zoom.us',
      'media-src': 'data: blob: https://source.zoom.us/ https://zoom.us https://*.zoom.us',
      'frame-src': 'https://zoom.us https://*.zoom.us',
      'base-uri': "'none'",
      'form-action': "'none'",
      'frame-ancestors': "'none'",
    });
  });

  it('A-48 let nobody show the page in a frame but the sites that the administrator names', () => {
    expect(headersWith()['X-Frame-Options']).toBe('DENY');
    const sites = {JoinPageSites: 'https://events.example.com, https://Fair.example.com:8443/'};
    expect(policyWith(sites)['frame-ancestors']).toBe(
      'https://events.example.com https://fair.example.com:8443',
    );
    // It knows one site or none, and would forbid what the policy allows.
    expect(headersWith(sites)).not.toHaveProperty('X-Frame-Options');
  });

  it('name a mirror in the place of Zoom’s host for the SDK’s files, with its path', () => {
    const policy = policyWith({JoinPageSDK: 'https://cdn.example.org/zoom/6.2.0'});
    expect(policy['script-src']).toBe(`${own}page.js https://cdn.example.org/zoom/ blob: 'unsafe-eval'`);
    expect(policy['connect-src']).toContain('https://cdn.example.org/zoom/ https://zoom.us ');
  });

  it.each([
    ['Zoom for Government', 'https://zoomgov.com', 'https://api.zoomgov.com/v2', 'zoomgov.com'],
    ['a name below Zoom’s', 'https://acme.zoom.us', 'https://api.zoom.us/v2', 'zoom.us'],
    [
      'a site of one’s own',
      'https://meet.example.org',
      'https://api.meet.example.org/v2',
      'meet.example.org',
    ],
  ])('let the SDK talk to %s, and to no other Zoom', (_what, ZoomURL, ZoomAPIURL, domain) => {
    const policy = policyWith({ZoomURL, ZoomAPIURL, JoinPageSDK: 'https://cdn.example.org/6.2.0'});
    expect(policy['connect-src']).toBe(
      `${own} https://cdn.example.org/ https://${domain} https://*.${domain} wss://${domain} wss://*.${domain}`,
    );
  });

  it('name plain http in a closed network alone, with its port', () => {
    const policy = policyWith({
      AllowInsecureZoomURLs: true,
      ZoomURL: 'http://10.0.0.5:8070',
      ZoomAPIURL: 'http://10.0.0.5:8070/v2',
      JoinPageURL: 'http://10.0.0.6:8065',
      JoinPageSDK: 'http://10.0.0.5:8070/sdk/6.2.0',
    });
    expect(policy['connect-src']).toBe(
      'http://10.0.0.6:8065/plugins/zoom/join-page/ http://10.0.0.5:8070/sdk/ http://10.0.0.5:8070 ws://10.0.0.5:8070',
    );
    expect(JSON.stringify(policyWith())).not.toMatch(/http:|ws:/);
  });

  it('give nothing away, and ask for isolation in a way that frames without it survive', () => {
    expect(headersWith()).toMatchObject({
      'x-zoom-join-page': '1',
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
      'X-Robots-Tag': 'noindex',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Embedder-Policy': 'credentialless',
      'Cross-Origin-Resource-Policy': 'cross-origin',
    });
  });

  it('let Zoom use the devices that a meeting needs, and no others', () => {
    const permissions = headersWith()['Permissions-Policy'] ?? '';
    for (const name of ['camera', 'microphone', 'display-capture', 'fullscreen']) {
      expect(permissions).toContain(`${name}=(self)`);
    }
    expect(permissions).toContain('geolocation=()');
  });
});
