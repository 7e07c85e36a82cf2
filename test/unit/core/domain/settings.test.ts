import {describe, expect, it} from '@jest/globals';
import fc from 'fast-check';
import {readSettings} from '../../../../server/core/domain/settings.js';
import {settingsSchema} from '../../../../server/core/domain/settings-schema.js';

const complete = {
  ConnectionMode: 'server_to_server',
  AccountID: 'acc-1',
  OAuthClientID: 'client-1',
  OAuthClientSecret: 'client-secret',
  WebhookSecret: 'webhook-secret',
  ZoomWebhookSecret: 'zoom-secret',
  EncryptionKey: 'encryption-key',
};
const legacy = {
  ConnectionMode: 'jwt',
  APIKey: 'key-1',
  APISecret: 'api-secret',
  WebhookSecret: 'webhook-secret',
  EncryptionKey: 'encryption-key',
};

const problemsOf = (changes: Record<string, unknown>, base: Record<string, unknown> = complete): string[] =>
  readSettings({...base, ...changes}).problems.map(({setting, kind}) => `${setting}: ${kind}`);

describe('the connection', () => {
  const mode = (stored: Record<string, unknown>): string => readSettings(stored).mode;

  it('is the one that was chosen, whatever else is set', () => {
    expect(mode({...complete, ConnectionMode: 'jwt', AccountLevelApp: true})).toBe('jwt');
  });

  it('is that of the official plugin where only its settings are there', () => {
    const official = {
      oauthclientid: 'client-1',
      oauthclientsecret: 'secret-1',
      encryptionkey: 'e'.repeat(32),
      connectionmode: '',
      restrictmeetingcreation: false,
    };
    expect(mode(official)).toBe('user');
    for (const forEveryone of [true, 'true', '1']) {
      expect(mode({...official, accountlevelapp: forEveryone})).toBe('account');
    }
    for (const forEveryone of [false, 'false', '', null, 'nonsense']) {
      expect(mode({OAuthClientID: 'client-1', AccountLevelApp: forEveryone})).toBe('user');
    }
    expect(readSettings(official).zoom?.connection).toMatchObject({mode: 'user', consent: 'person'});
  });

  it('is Server-to-Server where an account is named or was forgotten', () => {
    expect(mode({})).toBe('server_to_server');
    expect(problemsOf({ConnectionMode: '', AccountID: ''})).toEqual(['AccountID: missing']);
    expect(mode({AccountLevelApp: true})).toBe('server_to_server');
    expect(mode({AccountID: 'acc-1', OAuthClientID: 'client-1', AccountLevelApp: true})).toBe(
      'server_to_server',
    );
  });
});

describe('complete settings', () => {
  it('have no problem and name the connection, with the usual addresses', () => {
    const settings = readSettings(complete);
    expect(settings.problems).toEqual([]);
    expect(settings.zoom?.connection).toMatchObject({
      mode: 'server_to_server',
      token: {kind: 'granted', client: {id: 'client-1'}, form: {account_id: 'acc-1'}},
    });
    expect(settings.zoom?.addresses).toEqual({
      webUrl: 'https://zoom.us',
      apiUrl: 'https://api.zoom.us/v2',
      allowInsecure: false,
      linkDomains: [],
    });
    expect(settings.accountId).toBe('acc-1');
    expect(settings.webhookSecret?.reveal()).toBe('webhook-secret');
  });

  it('are read under lower-case names, as Mattermost hands them out', () => {
    const lowered = Object.fromEntries(
      Object.entries(complete).map(([name, value]) => [name.toLowerCase(), value]),
    );
    expect(readSettings(lowered)).toEqual(readSettings(complete));
  });

  it('take booleans as such and as words', () => {
    for (const value of [true, 'true', 'TRUE', 'True', 't', 'T', '1', ' true\n']) {
      expect(readSettings({...complete, TrustUnverifiedEmails: value}).trustUnverifiedEmails).toBe(true);
    }
    for (const value of [false, 'false', 'FALSE', 'f', '0', '', null, undefined]) {
      expect(readSettings({...complete, TrustUnverifiedEmails: value}).trustUnverifiedEmails).toBe(false);
      expect(problemsOf({TrustUnverifiedEmails: value})).toEqual([]);
    }
  });

  it.each(['yes', 'on', 'tRUE', 2, {}, []])('take no other word for a boolean: %j', (value) => {
    const settings = readSettings({...complete, TrustUnverifiedEmails: value, AllowInsecureZoomURLs: value});
    expect(settings).toMatchObject({trustUnverifiedEmails: false, allowInsecureAddresses: false});
    expect(settings.zoom).toBeDefined();
    expect(settings.problems).toEqual([
      {setting: 'TrustUnverifiedEmails', kind: 'no-switch'},
      {setting: 'AllowInsecureZoomURLs', kind: 'no-switch'},
    ]);
  });

  it('take a count as a number and as text, and anything else for none', () => {
    const countOf = (ConfirmAbove: unknown) => readSettings({...complete, ConfirmAbove}).confirmAbove;
    expect([500, '500', ' 500\n', 0, '', null, undefined].map(countOf)).toEqual([500, 500, 500, 0, 0, 0, 0]);
    for (const value of [-1, 1.5, '5e2', 'many', true, {}, Infinity]) {
      expect(countOf(value)).toBe(0);
      expect(problemsOf({ConfirmAbove: value})).toEqual(['ConfirmAbove: no-count']);
    }
  });

  it.each(['user', 'account'])(
    'O-17 need an Encryption Key of some length where people consent: %s, and only there',
    (ConnectionMode) => {
      const byKey = (EncryptionKey: string, mode = ConnectionMode) => {
        const settings = readSettings({...complete, ConnectionMode: mode, EncryptionKey});
        const problems = settings.problems.filter(({setting}) => setting === 'EncryptionKey');
        return [settings.zoom !== undefined, ...problems.map(({kind}) => kind)];
      };
      expect(byKey('')).toEqual([false, 'missing']);
      expect(byKey('8letters')).toEqual([false, 'too-short']);
      expect(byKey('k'.repeat(15))).toEqual([false, 'too-short']);
      expect(byKey('k'.repeat(16))).toEqual([true]);
      expect(byKey('8letters', 'server_to_server')).toEqual([true]);
      expect(byKey('', 'server_to_server')).toEqual([true, 'missing']);
    },
  );

  it('name a proxy, whose password nobody can print', () => {
    const {zoom} = readSettings({...complete, ProxyURL: 'http://ana:P%40ss@proxy.example:3128'});
    expect(zoom?.addresses.proxy).toMatchObject({isSecure: false, host: 'proxy.example', port: 3128});
    expect(JSON.stringify(zoom)).not.toContain('P%40ss');
  });

  it('name further domains of links, of which the sound ones count', () => {
    const domainsOf = (LinkDomains: string) =>
      readSettings({...complete, LinkDomains}).zoom?.addresses.linkDomains;
    expect(domainsOf('zoom.example.org, *.Meet.Example\nmeet.example; zöom.example')).toEqual([
      'zoom.example.org',
      'meet.example',
      'xn--zom-sna.example',
    ]);
    expect(domainsOf('')).toEqual([]);
    for (const unsound of [
      'https://zoom.example.org',
      'localhost',
      '10.0.0.1',
      '[::1]',
      'a.example:8443',
      'zoom.us.evil.example',
      'a..example',
      '.example',
      'ana@example.org',
      '*',
    ]) {
      expect(domainsOf(`${unsound},zoom.example.org`)).toEqual(['zoom.example.org']);
      expect(problemsOf({LinkDomains: unsound})).toEqual(['LinkDomains: no-domains']);
    }
  });

  it('lose slashes at the end of addresses', () => {
    const settings = readSettings({
      ...complete,
      ZoomURL: 'https://zoom.us/',
      ZoomAPIURL: 'https://api.zoom.us/v2//',
    });
    expect(settings.zoom?.addresses).toMatchObject({
      webUrl: 'https://zoom.us',
      apiUrl: 'https://api.zoom.us/v2',
    });
  });
});

describe('C-01', () => {
  it('all empty: nothing can be started, and every missing value is named', () => {
    const settings = readSettings({});
    expect(settings.zoom).toBeUndefined();
    expect(settings.signatureRequired).toBe(true);
    expect(problemsOf({}, {})).toEqual([
      'AccountID: missing',
      'OAuthClientID: missing',
      'OAuthClientSecret: missing',
      'WebhookSecret: missing',
      'EncryptionKey: missing',
      'ZoomWebhookSecret: missing',
    ]);
  });

  it.each(['AccountID', 'OAuthClientID', 'OAuthClientSecret'])(
    '%s missing: the connection is off and that one is named',
    (setting) => {
      expect(readSettings({...complete, [setting]: ' \t'}).zoom).toBeUndefined();
      expect(problemsOf({[setting]: ' \t'})).toEqual([`${setting}: missing`]);
    },
  );

  it.each(['APIKey', 'APISecret'])('%s missing in the legacy mode: likewise', (setting) => {
    expect(readSettings({...legacy, [setting]: ''}).zoom).toBeUndefined();
    expect(problemsOf({[setting]: ''}, legacy)).toEqual([`${setting}: missing`]);
  });

  it.each(['WebhookSecret', 'ZoomWebhookSecret', 'EncryptionKey'])(
    '%s missing: meetings can be started all the same',
    (setting) => {
      expect(readSettings({...complete, [setting]: ''}).zoom).toBeDefined();
      expect(problemsOf({[setting]: ''})).toEqual([`${setting}: missing`]);
    },
  );

  it('spaces around secrets do not count', () => {
    const settings = readSettings({...complete, OAuthClientSecret: ' client-secret\n', WebhookSecret: ' w '});
    const token = settings.zoom?.connection.token;
    expect(token?.kind === 'granted' && token.client.secret.reveal()).toBe('client-secret');
    expect(settings.webhookSecret?.reveal()).toBe('w');
  });
});

describe('a problem with the settings', () => {
  it.each([
    [{ConnectionMode: 'magic'}, 'ConnectionMode: unknown-choice'],
    [{ProxyURL: 'socks5://proxy.example:1080'}, 'ProxyURL: no-proxy'],
    [{ProxyURL: 'proxy.example:99999'}, 'ProxyURL: no-proxy'],
    [{ZoomURL: 'zoom.us'}, 'ZoomURL: not-an-address'],
    [{ZoomURL: 'http://zoom.us'}, 'ZoomURL: not-https'],
    [{ZoomAPIURL: 'https://169.254.169.254/v2'}, 'ZoomAPIURL: ip-address'],
    [{ZoomURL: 'https://zoom.us.evil.example'}, 'ZoomURL: looks-like-zoom'],
    [{ZoomAPIURL: 'https://api.example.org/v2'}, 'ZoomAPIURL: other-site-than-the-web-address'],
  ])('%j is %s, and nothing can be started', (changes, problem) => {
    expect(readSettings({...complete, ...changes}).zoom).toBeUndefined();
    expect(problemsOf(changes)).toEqual([problem]);
  });

  it('in both addresses is named twice', () => {
    expect(problemsOf({ZoomURL: 'x', ZoomAPIURL: 'http://api.zoom.us'})).toEqual([
      'ZoomURL: not-an-address',
      'ZoomAPIURL: not-https',
    ]);
  });

  it.each([
    {ZoomURL: 'https://hochschule.zoom-x.de'},
    {ZoomURL: 'https://zoom.com.cn', ZoomAPIURL: 'https://api.zoom.com.cn/v2'},
  ])('is none with the addresses of another Zoom: %j', (changes) => {
    expect(problemsOf(changes)).toEqual([]);
  });

  it('is none with insecure addresses that are allowed', () => {
    const changes = {
      ZoomURL: 'http://127.0.0.1:8080',
      ZoomAPIURL: 'http://localhost/v2',
      AllowInsecureZoomURLs: 'true',
    };
    expect(problemsOf(changes)).toEqual([]);
  });
});

describe('the signature of webhooks', () => {
  it.each([
    ['an OAuth connection', complete, true],
    ['an OAuth connection without a secret token', {...complete, ZoomWebhookSecret: ''}, true],
    ['an unknown connection', {...legacy, ConnectionMode: 'later'}, true],
    ['the legacy mode with a secret token', {...legacy, ZoomWebhookSecret: 'zoom-secret'}, true],
    ['the legacy mode without one', legacy, false],
  ])('with %s is required or not', (_name, stored, required) => {
    expect(readSettings(stored).signatureRequired).toBe(required);
  });

  it('missing in the legacy mode is no problem', () => {
    expect(problemsOf({}, legacy)).toEqual([]);
    expect(readSettings(legacy).accountId).toBeUndefined();
  });
});

describe('reading the settings', () => {
  it('is total: whatever is stored, there is an answer', () => {
    const names = [...Object.keys(settingsSchema.shape), '__proto__', 'constructor'];
    const ofNoConnection = ['WebhookSecret', 'EncryptionKey', 'ZoomWebhookSecret'];
    const stored = fc.dictionary(fc.oneof(fc.constantFrom(...names), fc.string()), fc.anything());
    fc.assert(
      fc.property(stored, (values) => {
        const {zoom, problems} = readSettings(values);
        const isOff = problems.some(
          ({setting, kind}) =>
            !ofNoConnection.includes(setting) && !['no-switch', 'no-domains', 'no-count'].includes(kind),
        );
        expect(zoom === undefined).toBe(isOff);
      }),
    );
  });
});
