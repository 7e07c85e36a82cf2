import {describe, expect, it} from '@jest/globals';
import {readSettings} from '../../../server/core/domain/settings.js';
import {NO_ACTIVITY} from '../../../server/core/domain/webhook-activity.js';
import type {Pipeline} from '../../../server/inbound/read-pipeline.js';
import {supportData} from '../../../server/inbound/support-data.js';
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
