import {describe, expect, it} from '@jest/globals';
import {SecretText} from '../../../server/core/domain/secret-text.js';
import {createRenderStreamUrl, renderStreamUrls} from '../../../server/inbound/render-stream-url.js';
import {texts} from '../../../server/messages/texts.js';

const translate = texts('en', 'Europe/Berlin');
const TOKEN = 'A-_3'.repeat(10) + 'xyz';
const URL = `https://join.example.org/plugins/zoom/join-page/${TOKEN}`;
const page = {
  origin: 'https://join.example.org',
  clientId: 'sdk-client',
  clientSecret: new SecretText('sdk-secret'),
  sites: ['https://events.example.org'],
  sdk: {base: 'https://source.zoom.us', version: '6.2.0'},
  isOpenToGuests: true,
  isOnCards: true,
  adminsMayShare: false,
};
const pass = {
  id: 'ABCDEFGH',
  name: 'Main stage',
  number: '85512345678',
  kind: 'meeting',
  topic: 'Quarterly',
  cardId: '',
  hostUserId: 'ana',
  zoomUserId: 'zoom-ana',
  madeBy: 'ana',
  madeAt: 0,
  expiresAt: Date.parse('2026-12-24T22:59:59.999Z'),
} as const;
const render = (changes: {pass?: object; page?: object} = {}, isAdmin = false): string =>
  createRenderStreamUrl({settingsUrl: 'https://chat.example.org/settings'})(
    {
      pass: {...pass, ...changes.pass},
      token: new SecretText(TOKEN),
      page: {...page, ...changes.page},
      place: undefined,
    },
    {translate, isAdmin},
  );
/** What can be copied. */
const blocks = (text: string): readonly string[] =>
  [...text.matchAll(/^(`{3,})\n([^]*?)\n\1$/gm)].map(([, , code = '']) => code);

describe('a stream URL, as whoever made it reads it', () => {
  it('is there as it is, as a frame, as a page, as a link, and as a link that opens the Zoom app', () => {
    const [plain, part, whole = '', link, app, ...others] = blocks(render());
    expect(others).toEqual([]);
    expect(plain).toBe(URL);
    const allow = 'camera; microphone; display-capture; autoplay; fullscreen; cross-origin-isolated';
    expect(part).toBe(
      `<iframe src="${URL}" title="Quarterly" allow="${allow}" allowfullscreen style="width: 100%; height: 640px; border: 0"></iframe>`,
    );
    expect(whole).toMatch(/^<!doctype html>\n/);
    expect(whole).toContain('<title>Quarterly</title>');
    expect(whole).toContain(`<iframe src="${URL}?view=fill" title="Quarterly" allow="${allow}"`);
    expect(link).toBe(`<a href="${URL}" rel="noreferrer">Join “Quarterly”</a>`);
    expect(app).toBe(`${URL}?open=app`);
  });

  it('says until when it is good, in the zone of the reader, how to end it, and that HLS is another thing', () => {
    const text = render();
    expect(text).toContain('“Quarterly”** (Main stage), good until Dec 24, 2026, 23:59 GMT+1.');
    expect(text).toContain('`/zoom stream-url revoke ABCD-EFGH`');
    expect(text).toContain('`.m3u8`');
    expect(text).toContain('echo');
  });

  it('says who can use it', () => {
    expect(render()).toContain('without a Mattermost account');
    expect(render({page: {isOpenToGuests: false}})).toContain('signs in to Mattermost first');
  });

  it('says which sites may frame it, and to an administrator where to name some', () => {
    expect(render()).toContain('This site may show it in a frame: https://events.example.org.');
    const none = {page: {sites: []}};
    expect(render(none)).toContain('Ask your administrator to name your site');
    expect(render(none, true)).toContain('[settings](https://chat.example.org/settings)');
  });

  it('U-09 is nothing but text where a topic is HTML or ends a block of code', () => {
    const topic = '"><script>alert(1)</script>```@all';
    const text = render({pass: {topic, name: ''}});
    const all = blocks(text);
    expect(all).toHaveLength(5);
    expect(all.join('\n')).not.toMatch(/<script>/);
    expect(all[1]).toContain('title="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;```@all"');
    expect(text.split('\n')[0]).not.toContain('@all');
  });

  it('is called by the words of the language where the meeting has no topic', () => {
    expect(render({pass: {topic: ''}})).toContain('<title>Zoom meeting</title>');
  });
});

describe('the list of stream URLs', () => {
  it('names each by its code, without what leads in', () => {
    const other = {...pass, id: 'JKLMNPQR', name: ''};
    const text = renderStreamUrls(
      [
        {pass, by: undefined},
        {pass: other, by: 'Ben @all'},
      ],
      translate,
    );
    expect(text).toContain('- `ABCD-EFGH` · “Quarterly” (Main stage) · until Dec 24, 2026, 23:59 GMT+1');
    expect(text).toMatch(/- `JKLM-NPQR` · “Quarterly” · until .* · made by Ben /);
    expect(text).not.toContain('@all');
    expect(renderStreamUrls([], translate)).toContain('No stream URL of yours');
  });

  it('tells of more than it shows', () => {
    expect(renderStreamUrls(Array(32).fill({pass, by: undefined}), translate)).toContain(
      '2 older ones are not shown.',
    );
  });
});
