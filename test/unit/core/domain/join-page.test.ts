import {describe, expect, it} from '@jest/globals';
import {type JoinPage, joinPageBeside, sdkFiles} from '../../../../server/core/domain/join-page.js';
import {readSettings} from '../../../../server/core/domain/settings.js';
import {setUpJoinPage} from '../../../support/join-page-settings.js';

const read = (changes: Record<string, unknown> = {}) => readSettings({...setUpJoinPage, ...changes});
const originOf = (JoinPageURL: string): string | undefined => read({JoinPageURL}).joinPage?.origin;
const problemsOf = (changes: Record<string, unknown>): string[] =>
  read(changes)
    .problems.filter(({setting}) => setting.startsWith('JoinPage'))
    .map(({setting, kind}) => `${setting}: ${kind}`);

describe('The page to join', () => {
  it('is there once its address and its app are set, shown in no frame and open to no guests', () => {
    expect(read().joinPage).toMatchObject({
      origin: 'https://join.example.org',
      clientId: 'sdk-client',
      sites: [],
      sdk: {base: 'https://source.zoom.us', version: '6.2.0'},
      isOpenToGuests: false,
      isOnCards: false,
      adminsMayShare: false,
    });
  });

  it('is not there without an address, and then nothing about it is wrong', () => {
    const changes = {JoinPageURL: ' ', JoinPageClientID: '', JoinPageSites: '*', JoinPageSDK: 'nonsense'};
    expect(read(changes)).toMatchObject({wantsJoinPage: false, joinPage: undefined});
    expect(problemsOf(changes)).toEqual([]);
  });

  it('C-02 keeps its secret from whoever prints it', () => {
    expect(JSON.stringify(read())).not.toContain('canary-sdk-secret');
  });

  it.each(['JoinPageClientID', 'JoinPageClientSecret'])('needs %s', (setting) => {
    expect(read({[setting]: ''}).joinPage).toBeUndefined();
    expect(problemsOf({[setting]: ''})).toEqual([`${setting}: missing`]);
  });

  it('C-04 stops no meeting, whatever is wrong with it, and names all of it at once', () => {
    const changes = {
      JoinPageURL: 'http://join.example.org/path',
      JoinPageClientSecret: '',
      JoinPageSites: 'https://*.example.org',
      JoinPageSDK: 'https://source.zoom.us',
    };
    expect(read(changes)).toMatchObject({wantsJoinPage: true, joinPage: undefined});
    expect(problemsOf(changes)).toEqual([
      'JoinPageURL: not-an-origin',
      'JoinPageClientSecret: missing',
      'JoinPageSites: no-sites',
      'JoinPageSDK: no-sdk-address',
    ]);
    const connection = {AccountID: 'a', OAuthClientID: 'b', OAuthClientSecret: 'c', EncryptionKey: 'd'};
    expect(read({...connection, ...changes}).zoom).toBeDefined();
  });
});

describe('The address of the page to join', () => {
  it.each([
    ['https://join.example.org', 'https://join.example.org'],
    ['https://join.example.org/', 'https://join.example.org'],
    ['HTTPS://Join.Example.ORG', 'https://join.example.org'],
    ['https://join.example.org:443', 'https://join.example.org'],
    ['https://join.example.org:8443', 'https://join.example.org:8443'],
    ['https://beitritt.müller.example', 'https://beitritt.xn--mller-kva.example'],
    ['https://beitreten', 'https://beitreten'],
  ])('%s is read as browsers name it', (typed, origin) => {
    expect(originOf(typed)).toBe(origin);
  });

  it.each([
    ['https://join.example.org/page', 'not-an-origin'],
    ['https://join.example.org?x=1', 'not-an-origin'],
    ['https://join.example.org#x', 'not-an-origin'],
    ['https://user:password@join.example.org', 'not-an-origin'],
    ['https://chat.example.org@evil.example', 'not-an-origin'],
    ['https://chat.example.org\\@evil.example', 'not-an-origin'],
    ['https://join.example.org.', 'not-an-origin'],
    ['https://*.example.org', 'not-an-origin'],
    ['https://join..example.org', 'not-an-origin'],
    ['https://join.example.org:99999', 'not-an-origin'],
    ['https://join.example.org;https://evil.example', 'not-an-origin'],
    ["https://join.example.org'", 'not-an-origin'],
    ['https://join%2eexample.org', 'not-an-origin'],
    ['join.example.org', 'not-an-origin'],
    ['javascript:alert(1)', 'not-an-origin'],
    ['http://join.example.org', 'not-https'],
    ['https://203.0.113.7', 'ip-address'],
    ['https://0x7f.1', 'ip-address'],
    ['https://[2001:db8::1]', 'ip-address'],
  ])('C-04 %s is refused: %s', (typed, problem) => {
    expect(originOf(typed)).toBeUndefined();
    expect(problemsOf({JoinPageURL: typed})).toEqual([`JoinPageURL: ${problem}`]);
  });

  it.each(['http://127.0.0.1:8070', 'http://[::1]:8070', 'http://join.internal'])(
    '%s will do in a closed network',
    (typed) => {
      expect(read({JoinPageURL: typed, AllowInsecureZoomURLs: true}).joinPage?.origin).toBe(typed);
    },
  );
});

describe('The sites that may frame the page', () => {
  it('are origins with commas or blanks between them, each once', () => {
    const typed = 'https://events.example.org, https://Events.example.org/ https://other.example:8443';
    expect(read({JoinPageSites: typed}).joinPage?.sites).toEqual([
      'https://events.example.org',
      'https://other.example:8443',
    ]);
  });

  it.each([
    '*',
    'https://*.example.org',
    'https://events.example.org/sessions',
    'http://events.example.org',
    'https:',
    "'self'",
    'https://events.example.org https://10.0.0.1',
    "https://events.example.org'; script-src *",
  ])('C-04 %s is refused', (typed) => {
    expect(problemsOf({JoinPageSites: typed})).toEqual(['JoinPageSites: no-sites']);
  });
});

describe('The address of the Meeting SDK', () => {
  it.each([
    ['', 'https://source.zoom.us', '6.2.0'],
    ['https://source.zoom.us/5.1.4/', 'https://source.zoom.us', '5.1.4'],
    ['https://Mirror.example.org:8443/zoom/sdk/6.2.0', 'https://mirror.example.org:8443/zoom/sdk', '6.2.0'],
    ['https://mirror.example.org/a/../zoom//6.2.0', 'https://mirror.example.org/zoom', '6.2.0'],
  ])('"%s" may be used', (typed, base, version) => {
    expect(read({JoinPageSDK: typed}).joinPage?.sdk).toEqual({base, version});
  });

  it.each([
    ['https://source.zoom.us', 'no-sdk-address'],
    ['https://mirror.example.org/zoom/latest', 'no-sdk-address'],
    ['https://source.zoom.us/6.2', 'no-sdk-address'],
    ['https://source.zoom.us/6.2.0/lib', 'no-sdk-address'],
    ['https://mirror.example.org/6.2.0?token=x', 'no-sdk-address'],
    ['https://user:password@mirror.example.org/6.2.0', 'no-sdk-address'],
    ['http://source.zoom.us/6.2.0', 'not-https'],
    ['https://203.0.113.7/6.2.0', 'ip-address'],
    ['https://source.zoom.us.evil.example/6.2.0', 'looks-like-zoom'],
  ])('C-04 %s is refused: %s', (typed, problem) => {
    expect(problemsOf({JoinPageSDK: typed})).toEqual([`JoinPageSDK: ${problem}`]);
  });

  it('tells where its files are', () => {
    const files = sdkFiles({base: 'https://mirror.example.org/zoom', version: '6.2.0'});
    expect(files.map(({file}) => file)).toEqual([
      'https://mirror.example.org/zoom/zoom-meeting-6.2.0.min.js',
      'https://mirror.example.org/zoom/6.2.0/lib/vendor/react.min.js',
      'https://mirror.example.org/zoom/6.2.0/ui/zoom-meetingsdk.css',
    ]);
  });
});

describe('Beside a Site URL', () => {
  const page = (JoinPageURL: string): JoinPage | undefined =>
    read({JoinPageURL, AllowInsecureZoomURLs: true}).joinPage;

  it.each([
    ['https://join.example.org', 'https://chat.example.org'],
    ['https://join.chat.example.org', 'https://chat.example.org'],
    ['https://example.org', 'https://chat.example.org/mattermost'],
  ])('the page at %s may be served beside %s', (joinPage, siteUrl) => {
    expect(joinPageBeside(page(joinPage), siteUrl)?.origin).toBe(joinPage);
  });

  it.each([
    ['https://chat.example.org', 'https://chat.example.org'],
    ['https://chat.example.org', 'https://Chat.Example.org/mattermost'],
    ['https://chat.example.org:8443', 'https://chat.example.org'],
    ['https://chat.example.org', 'http://chat.example.org:8065'],
    ['https://chat.example.org', 'https://chat.example.org.'],
    ['https://xn--mller-kva.example', 'https://müller.example'],
    ['https://join.example.org', ''],
    ['https://join.example.org', 'no address'],
  ])('C-04 the page at %s is never served beside %s', (joinPage, siteUrl) => {
    expect(joinPageBeside(page(joinPage), siteUrl)).toBeUndefined();
  });
});
