import {describe, expect, it} from '@jest/globals';
import {type Finding, FINDINGS} from '../../../server/core/domain/findings.js';
import {setupCheck} from '../../../server/core/domain/setup-check.js';
import {renderCheck} from '../../../server/inbound/render-check.js';
import {texts} from '../../../server/messages/texts.js';

describe('Every finding', () => {
  const values = {
    email: 'root@example.org',
    siteUrl: 'https://chat.example.org',
    scopes: '`a`',
    count: 1,
    status: 404,
    code: 'CERT_HAS_EXPIRED',
    proxy: 'proxy.example:3128',
    because: 'refused',
    acceptedAt: 0,
    refusedAt: 0,
    validatedAt: 0,
    meetingAt: 0,
    minutes: 7,
    side: 'behind',
    isKnown: 'yes',
    name: 'root',
    since: 0,
    joinPage: 'https://join.example.org',
    address: 'https://join.example.org/plugins/zoom/join-page/page.js',
    file: 'https://source.zoom.us/zoom-meeting-6.2.0.min.js',
  };

  const render = (name: Finding, settingsUrl = '/settings') => {
    const problems = [{setting: 'AccountID' as const, kind: 'missing' as const}];
    return renderCheck(texts('en'), {...setupCheck('token', name, values), problems}, settingsUrl);
  };

  it.each(Object.keys(FINDINGS) as Finding[])('%s has a whole sentence that says what it found', (name) => {
    const rendered = render(name);
    expect(rendered.text).toMatch(/^[A-Z`*].*[.?]$/s);
    expect(rendered.text).not.toMatch(/[{}!]/);
    expect(rendered).toMatchObject({
      id: 'token',
      ...FINDINGS[name],
      title: 'Does Zoom accept the credentials?',
    });
  });

  it.each(Object.entries(FINDINGS).filter(([, {state}]) => state === 'wrong' || state === 'missing'))(
    '%s names the field or the page where it is mended',
    (name) => {
      expect(render(name as Finding).text).toMatch(
        /\*\*|→|certificate|Accept|Confirm|Use the same address|The log has|NTP|\/zoom connect/,
      );
    },
  );

  it('a service is not sent to the System Console', () => {
    for (const name of Object.keys(FINDINGS) as Finding[]) {
      if (!name.startsWith('siteUrl.') || name === 'siteUrl.missing') continue;
      expect(render(name, 'none').text).not.toMatch(/System Console|the plugin|this plugin/);
    }
    expect(render('siteUrl.notPublic', 'none').text).toContain(
      '`ServiceURL`, in the configuration of the service',
    );
  });
});
