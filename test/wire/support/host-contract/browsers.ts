import {describe, expect, it} from '@jest/globals';
import {mattermostId} from '../../../support/mattermost-id.js';
import {type BrowserAnswer, openTestBrowser, type TestBrowser} from '../../../support/test-browser.js';
import {ALICE} from '../town-square.js';
import type {Caller} from './caller.js';

/** What a browser's cookies are to the server and to its plugin. Source: servePluginRequest of plugin_requests.go */
export function describeBrowsers({host}: Caller): void {
  const browser = (as?: string): TestBrowser => openTestBrowser(host(), {as});
  const route = (query: Record<string, string> = {}): string =>
    `/plugins/${host().pluginId}/?${new URLSearchParams(query).toString()}`;
  const csrfOf = (userId: string): string =>
    /MMCSRF=([^;]*)/.exec(host().browserSession(userId).join())?.[1] ?? '';

  describe('a browser', () => {
    it('is named to the plugin by its session cookie, which the plugin does not get', async () => {
      const {headers} = seen(await browser(ALICE).get(route()));
      expect(headers).toMatchObject({'Mattermost-User-Id': [ALICE], Cookie: [`MMCSRF=${csrfOf(ALICE)}`]});
    });

    it('is nobody without a session, and with one that the server does not know', async () => {
      const stranger = browser(mattermostId('nobody'));
      for (const one of [browser(), stranger]) {
        expect(seen(await one.get(route())).headers).not.toHaveProperty('Mattermost-User-Id');
      }
    });

    it('keeps a cookie of the plugin’s and brings it back, also from Zoom', async () => {
      const one = browser();
      const set = await one.get(route({cookie: 'attempt=a1; Path=/plugins; HttpOnly; SameSite=Lax'}));
      expect(set.headers.getSetCookie()).toEqual(['attempt=a1; Path=/plugins; HttpOnly; SameSite=Lax']);
      const back = seen(await one.get(route(), {isCrossSite: true}));
      expect(back.headers).toMatchObject({Cookie: ['attempt=a1']});
    });

    it('sees where the plugin leads it', async () => {
      const answer = await browser(ALICE).get(route({location: '/login'}));
      expect(answer).toMatchObject({status: 302, location: `${host().siteUrl}/login`});
    });

    it('changes nothing by its session alone: a form without the CSRF token is nobody’s', async () => {
      const form = {agree: 'yes'};
      const forged = await browser(ALICE).post(route(), form, {isCrossSite: true});
      const alone = await browser(ALICE).post(route(), form);
      const whole = await browser(ALICE).post(route(), form, {headers: {'X-CSRF-Token': csrfOf(ALICE)}});
      expect([forged, alone, whole].map((answer) => seen(answer).headers['Mattermost-User-Id'])).toEqual([
        undefined,
        undefined,
        [ALICE],
      ]);
    });
  });
}

const seen = ({text}: BrowserAnswer): {headers: Record<string, string[]>} =>
  JSON.parse(text) as {headers: Record<string, string[]>};
