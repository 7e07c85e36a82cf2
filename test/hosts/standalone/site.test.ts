import {describe, expect, it} from '@jest/globals';
import type {Client4} from '@mattermost/client';
import {createSite} from '../../../server/hosts/standalone/mattermost/site.js';
import {createManualClock} from '../../support/manual-clock.js';

const WHOLE = {SiteURL: 'https://chat.example.org/', DefaultClientLocale: 'de', RestrictDirectMessage: 'any'};
const TOLD_STRANGERS = {DefaultClientLocale: 'de'};
const URL = 'https://chat.example.org';

/** What Mattermost answers, one after the other. */
function siteOf(...answers: readonly (Record<string, string> | Error)[]) {
  const clock = createManualClock();
  let asked = 0;
  const getClientConfig = async () => {
    const answer = answers[asked];
    asked += 1;
    if (answer instanceof Error) throw answer;
    return answer;
  };
  const api = {getClientConfig} as unknown as Client4;
  const site = createSite({api}, {mattermostUrl: URL, publicUrl: '', clock});
  return {site, clock, asked: () => asked};
}

describe('What a service knows of its Mattermost', () => {
  it('counts for ten minutes', async () => {
    const {site, clock, asked} = siteOf(WHOLE, {...WHOLE, RestrictDirectMessage: 'team'});
    const open = {url: URL, locale: 'de', restrictsDirectMessages: false, publicUrl: ''};
    expect([await site(), await site(), asked()]).toEqual([open, open, 1]);
    clock.advance(10 * 60_000);
    expect(await site()).toEqual({...open, restrictsDirectMessages: true});
  });

  it('is what strangers are told while the bot is not let in: direct messages are taken for restricted', async () => {
    const {site, asked} = siteOf(TOLD_STRANGERS, WHOLE);
    expect(await site()).toMatchObject({url: URL, locale: 'de', restrictsDirectMessages: true});
    expect([await site(), asked()]).toEqual([expect.objectContaining({restrictsDirectMessages: false}), 2]);
  });

  it('is asked for again after a failure', async () => {
    const {site} = siteOf(new Error('no answer'), WHOLE);
    await expect(site()).rejects.toThrow('no answer');
    expect(await site()).toMatchObject({locale: 'de'});
  });
});
