import {describe, expect, it} from '@jest/globals';
import {readSettings} from '../../../server/core/domain/settings.js';
import {NO_ACTIVITY} from '../../../server/core/domain/webhook-activity.js';
import {supportData} from '../../../server/inbound/support-data.js';
import {storeUnavailable} from '../../../server/core/ports/port-error.js';

const known = {
  settings: readSettings({}),
  site: {
    url: 'https://chat.example.com',
    publicUrl: 'https://chat.example.com',
    locale: 'en',
    restrictsDirectMessages: false,
  },
  activity: {read: async () => NO_ACTIVITY},
  jobs: {dead: async () => []},
};

const factsOf = (file: {text: string} | undefined): unknown => JSON.parse(file?.text ?? '');

describe('the support data', () => {
  it('name work that was given up by kind and time, without the meeting and what went wrong', async () => {
    const dead = [
      {kind: 'show-cards', about: '85746065', reason: 'ana@example.com', at: Date.UTC(2026, 0, 2)},
    ];
    const [file] = await supportData({...known, jobs: {dead: async () => dead}})();
    expect(factsOf(file)).toMatchObject({work_given_up: ['show-cards, 2026-01-02T00:00:00.000Z']});
    expect(file?.text).not.toMatch(/85746065|ana@/);
  });

  it('R-05 say what could not be read while the store is away, and everything else', async () => {
    const away = async (): Promise<never> => {
      throw storeUnavailable('no answer');
    };
    const [file] = await supportData({
      ...known,
      activity: {...known.activity, read: away},
      jobs: {dead: away},
    })();
    expect(factsOf(file)).toMatchObject({
      webhooks: {activity: 'could not be read'},
      work_given_up: 'could not be read',
      site: {language: 'en'},
    });
  });
});
