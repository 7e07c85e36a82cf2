import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {beforeEach, describe, expect, it} from '@jest/globals';
import {mattermostId} from '../../support/mattermost-id.js';
import {ADMIN, useCli} from './cli-under-test.js';

const cli = useCli();
const CHANNEL = mattermostId('planning');
const DAY = 24 * 60 * 60_000;

const configure = (changes: object): Promise<void> =>
  writeFile(
    join(cli.folder, 'zoom-mattermost.json'),
    JSON.stringify({
      MattermostURL: cli.mattermost.siteUrl,
      ServiceURL: 'http://127.0.0.1:9',
      Store: `sqlite:${join(cli.folder, 'store.db')}`,
      ...changes,
    }),
  );
const takeUp = (...options: readonly string[]) => cli.runHere(['take-up-cards', ...options]);

describe('zoom-mattermost take-up-cards', () => {
  beforeEach(async () => {
    const {userId, token} = cli.mattermost.addBot({username: 'zoom', roles: 'system_user'});
    cli.mattermost.seed({
      channels: [{id: CHANNEL, type: 'P'}],
      members: [{channel_id: CHANNEL, user_id: userId}],
      posts: [{channel_id: CHANNEL, user_id: userId}],
    });
    await configure({MattermostToken: token});
  });

  it('says how far it is and what it found, be it nothing', async () => {
    const {status, said, complained} = await takeUp('--since', '2026-01-01', '--since', '1h');
    expect([status, complained]).toEqual([0, '']);
    expect(said).toMatch(/^Cards that @zoom has posted since \d{4}-\S+Z are looked for\.\n/);
    expect(said).toContain('1 of 1 channels are read\n');
    expect(said).toContain('Taken up: 0. On record already: 0. Ended: 0. Left alone: 0.\n');
  });

  it('takes a date for the midnight with which that day began where the service runs', async () => {
    const day = new Date(Date.now() - DAY).toISOString().slice(0, 10);
    const {said} = await cli.run(['take-up-cards', '--since', day], [], {env: {TZ: 'Asia/Tokyo'}});
    expect(said).toContain(`since ${new Date(`${day}T00:00+09:00`).toISOString()} are looked for.`);
  });

  it('fails where a channel could not be read, so that nobody takes the work for done', async () => {
    cli.mattermost.faults.add('GET /channels/:channel_id/posts', {kind: 'refuse', status: 403});
    const {status, said} = await takeUp('--since', '1h');
    expect([status, said.includes('Channels that the bot may not read: 1.')]).toEqual([1, true]);
  });

  it('says what it lacks: a time, a store that lasts, a bot', async () => {
    expect(await takeUp()).toMatchObject({
      status: 1,
      complained: expect.stringContaining('Say when the back-up was made.'),
    });
    await configure({MattermostToken: 'token', Store: 'memory:'});
    expect((await takeUp('--since', '1h')).complained).toContain('nothing that could be restored');
    await configure({MattermostToken: cli.tokenOf(ADMIN)});
    expect((await takeUp('--since', '1h')).complained).toContain('who is no bot account');
  });
});
