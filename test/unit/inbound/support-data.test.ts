import {describe, expect, it} from '@jest/globals';
import {readSettings} from '../../../server/core/domain/settings.js';
import {NO_ACTIVITY} from '../../../server/core/domain/webhook-activity.js';
import type {Pipeline} from '../../../server/inbound/read-pipeline.js';
import {supportData} from '../../../server/inbound/support-data.js';
import {setUpJoinPage} from '../../support/join-page-settings.js';
import {storeUnavailable} from '../../../server/core/ports/port-error.js';

const idle: Pipeline = {webhooks: {total: 0, late: 0}, due: {count: 0, lateBy: 0}, dead: []};
const known = {
  settings: readSettings({}),
  site: {
    url: 'https://chat.example.com',
    publicUrl: 'https://chat.example.com',
    locale: 'en',
    restrictsDirectMessages: false,
  },
  activity: {read: async () => NO_ACTIVITY},
  readPipeline: async () => idle,
};

const factsOf = (file: {text: string} | undefined): unknown => JSON.parse(file?.text ?? '');

describe('the support data', () => {
  it('name work that was given up by kind and time, without the meeting and what went wrong', async () => {
    const dead = [
      {kind: 'show-cards', about: '85746065', reason: 'ana@example.com', at: Date.UTC(2026, 0, 2)},
    ];
    const [file] = await supportData({...known, readPipeline: async () => ({...idle, dead})})();
    expect(factsOf(file)).toMatchObject({work_given_up: ['show-cards, 2026-01-02T00:00:00.000Z']});
    expect(file?.text).not.toMatch(/85746065|ana@/);
  });

  it('tell how much came late, and how much work waits', async () => {
    const pipeline = {...idle, webhooks: {total: 9, late: 2}, due: {count: 3, lateBy: 61_000}};
    const [file] = await supportData({...known, readPipeline: async () => pipeline})();
    expect(factsOf(file)).toMatchObject({
      webhooks: {last_hour_on_this_node: {total: 9, late: 2}},
      work_due: {count: 3, oldest_waits_for_seconds: 61},
    });
  });

  it('C-02 tell whether there is a page to join and whether it is served, without its addresses and its app', async () => {
    const sites = {JoinPageSites: 'https://events.example.net', JoinPageGuests: true};
    const factsWith = async (changes: object) => {
      const [file] = await supportData({...known, settings: readSettings({...sites, ...changes})})();
      expect(file?.text).not.toMatch(/join\.example|events\.example|sdk-client|canary/);
      return (factsOf(file) as {join_page: object}).join_page;
    };
    expect(await factsWith(setUpJoinPage)).toEqual({
      wanted: true,
      configured: true,
      served_beside_site_url: true,
      sites_that_may_frame_it: 1,
      sdk_version: '6.2.0',
      open_to_guests: true,
    });
    const onMattermost = {...setUpJoinPage, JoinPageURL: 'https://chat.example.com:8443'};
    expect(await factsWith(onMattermost)).toMatchObject({configured: true, served_beside_site_url: false});
    expect(await factsWith({JoinPageURL: 'nonsense'})).toMatchObject({wanted: true, configured: false});
    expect(await factsWith({})).toMatchObject({wanted: false, configured: false});
  });

  it('R-05 say what could not be read while the store is away, and everything else', async () => {
    const away = async (): Promise<never> => {
      throw storeUnavailable('no answer');
    };
    const [file] = await supportData({
      ...known,
      activity: {...known.activity, read: away},
      readPipeline: async () => ({...idle, due: undefined, dead: undefined}),
    })();
    expect(factsOf(file)).toMatchObject({
      webhooks: {activity: 'could not be read'},
      work_due: 'could not be read',
      work_given_up: 'could not be read',
      site: {language: 'en'},
    });
  });
});
