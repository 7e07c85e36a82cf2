import {afterEach, beforeEach, describe, expect, it} from '@jest/globals';
import {createClient} from '../../../scripts/deploy/ask-server.js';
import {followLog} from '../../../scripts/dev/follow-log.js';
import {adminToken, startFakeMattermost, type FakeMattermost} from '../deploy/fake-mattermost.js';

const line = (msg: string, pluginId = 'zoom') =>
  JSON.stringify({timestamp: '09:00', level: 'info', msg, plugin_id: pluginId});

describe('following the log', () => {
  let fake: FakeMattermost;

  beforeEach(async () => {
    fake = await startFakeMattermost();
  });

  afterEach(() => fake.close());

  /** Looks once after each change. */
  const follow = async (changes: readonly (() => void)[]): Promise<string[]> => {
    const printed: string[] = [];
    const ticks = (async function* () {
      for (const change of changes) {
        change();
        yield;
      }
    })();
    const client = createClient({url: fake.url, token: adminToken});
    await followLog({client, pluginId: 'zoom', print: (...texts) => printed.push(...texts), ticks});
    return printed;
  };

  it('prints the plugin’s lines from the first look on', async () => {
    const printed = await follow([
      () => (fake.log = [line('old')]),
      () => (fake.log = [...fake.log, line('one'), line('foreign', 'calls')]),
      () => undefined,
      () => (fake.log = [...fake.log, line('two')]),
    ]);
    expect(printed).toEqual(['09:00 info  one', '09:00 info  two']);
  });

  it('says once that the log cannot be read, and goes on when it can be', async () => {
    const printed = await follow([
      () => undefined,
      () => (fake.roles = 'system_user'),
      () => undefined,
      () => {
        fake.roles = 'system_admin';
        fake.log = [line('back')];
      },
    ]);
    expect(printed).toEqual([
      'The log cannot be read: The token is not that of a system admin; only they may install plugins.',
      '09:00 info  back',
    ]);
  });
});
