import {beforeEach, describe, expect, it} from '@jest/globals';
import type {Finding} from '../../../../server/core/domain/findings.js';
import {readSettings} from '../../../../server/core/domain/settings.js';
import type {SetupCheck} from '../../../../server/core/domain/setup-check.js';
import type {SiteAnswer} from '../../../../server/core/ports/probe-site.js';
import {checkJoinPage, type CheckJoinPageInput} from '../../../../server/core/usecases/check-join-page.js';
import {setUpJoinPage} from '../../../support/join-page-settings.js';
import {siteAnswer} from '../../../support/site-answer.js';

const PAGE = 'https://join.example.org/plugins/zoom/join-page/page.js';
const PING = 'https://join.example.org/api/v4/system/ping';
const SDK = 'https://source.zoom.us/zoom-meeting-6.2.0.min.js';
const REACT = 'https://source.zoom.us/6.2.0/lib/vendor/react.min.js';
const STYLE = 'https://source.zoom.us/6.2.0/ui/zoom-meetingsdk.css';

const script = siteAnswer(200, {'content-type': 'application/javascript; charset=utf-8'}, '"use strict";');
const ownScript = siteAnswer(200, {...script.headers, 'x-zoom-join-page': '1'}, '"use strict";');
const webPage = siteAnswer(200, {'content-type': 'text/html'}, '<!doctype html>');

let internet: Map<string, SiteAnswer>;
let asked: string[];
beforeEach(() => {
  asked = [];
  internet = new Map<string, SiteAnswer>([
    [PAGE, ownScript],
    [PING, siteAnswer(404, {'content-type': 'text/plain'}, '404')],
    [SDK, script],
    [REACT, script],
    [STYLE, siteAnswer(200, {'content-type': 'text/css'}, 'body{}')],
  ]);
});

async function check(changes: Partial<CheckJoinPageInput> = {}): Promise<SetupCheck> {
  const input = {
    page: readSettings(setUpJoinPage).joinPage,
    originInForce: 'https://join.example.org',
    siteUrl: 'https://chat.example.org',
    ...changes,
  };
  const probe = async (url: string): Promise<SiteAnswer> => {
    asked.push(url);
    return internet.get(url) ?? {kind: 'not-answered'};
  };
  return checkJoinPage(probe, input, new AbortController().signal);
}

describe('The check of the page to join', () => {
  it('opens the page, and what its browsers will load, each once', async () => {
    expect(await check()).toMatchObject({id: 'join_page', finding: 'joinPage.opens', notes: []});
    expect(asked).toEqual([PAGE, PING, SDK, REACT, STYLE]);
  });

  it('asks nobody where its settings are not complete', async () => {
    expect((await check({page: undefined})).finding).toBe('untested.settings');
    expect(asked).toEqual([]);
  });

  it.each(['https://join.example.org', 'https://join.example.org:8443/chat', 'http://join.example.org'])(
    'C-04 says that it is not served on the host of the Site URL: %s',
    async (siteUrl) => {
      expect(await check({siteUrl})).toMatchObject({
        finding: 'joinPage.sharesHost',
        settings: ['JoinPageURL'],
      });
      expect(asked).toEqual([]);
    },
  );

  it('says that nothing can be told from a Site URL that is not there', async () => {
    expect((await check({siteUrl: ''})).finding).toBe('siteUrl.missing');
  });

  it('warns of a host to which Mattermost may send its cookies', async () => {
    expect((await check({siteUrl: 'https://example.org'})).notes).toEqual([
      {kind: 'joinPageBelow', values: {}},
    ]);
    expect((await check({siteUrl: 'https://in.example.org'})).notes).toEqual([]);
  });

  it.each<[what: string, answer: SiteAnswer, finding: Finding]>([
    ['silence', {kind: 'not-answered'}, 'joinPage.notReached'],
    ['a certificate that nobody trusts', {kind: 'bad-certificate'}, 'joinPage.certificate'],
    ['a redirect', siteAnswer(301), 'joinPage.redirect'],
    ['nothing there', siteAnswer(404), 'joinPage.otherAnswer'],
    ['a page for every path', webPage, 'joinPage.otherAnswer'],
    ['the script of somebody else', script, 'joinPage.otherAnswer'],
    ['our answer without a script', siteAnswer(404, ownScript.headers), 'joinPage.otherAnswer'],
    ['our headers on a page', siteAnswer(200, ownScript.headers, '\n <html>'), 'joinPage.otherAnswer'],
  ])('tells what is wrong at the address of the page: %s', async (_, answer, expected) => {
    internet.set(PAGE, answer);
    expect((await check()).finding).toBe(expected);
  });

  it('does not blame the proxy for an address that is not saved', async () => {
    internet.set(PAGE, siteAnswer(404));
    expect((await check({originInForce: undefined})).finding).toBe('joinPage.unsaved');
  });

  it.each<[what: string, answer: SiteAnswer]>([
    ['by its answer', siteAnswer(200, {}, '{"AndroidLatestVersion":"","status":"OK"}')],
    ['by its version', siteAnswer(401, {'x-version-id': '11.0.0'})],
  ])('C-04 finds out that all of Mattermost answers there, whatever else is: %s', async (_, answer) => {
    internet.set(PING, answer);
    internet.set(SDK, siteAnswer(404));
    expect(await check()).toMatchObject({finding: 'joinPage.wholeMattermost', state: 'wrong'});
  });

  it('looks for a Mattermost below a path where that one is', async () => {
    internet.set('https://join.example.org/chat/api/v4/system/ping', siteAnswer(200, {'x-version-id': '11'}));
    const {finding} = await check({siteUrl: 'https://chat.example.org/chat/'});
    expect(finding).toBe('joinPage.wholeMattermost');
  });

  it.each([SDK, REACT, STYLE])('tells a Meeting SDK of which a file is something else: %s', async (file) => {
    for (const answer of [
      webPage,
      siteAnswer(404),
      siteAnswer(302),
      siteAnswer(200, script.headers, '<p>'),
    ]) {
      internet.set(file, answer);
      expect(await check()).toMatchObject({
        finding: 'joinPage.sdkOther',
        settings: ['JoinPageSDK'],
        values: {file},
      });
    }
    internet.set(file, {kind: 'bad-certificate'});
    expect(await check()).toMatchObject({finding: 'joinPage.sdkCertificate', values: {file}});
  });

  it('knows that a server which reaches no Meeting SDK says nothing about browsers, unless more is wrong', async () => {
    internet.delete(SDK);
    expect(await check()).toMatchObject({finding: 'joinPage.sdkNotReached', state: 'unknown'});
    internet.set(REACT, siteAnswer(404));
    expect((await check()).finding).toBe('joinPage.sdkOther');
  });
});
