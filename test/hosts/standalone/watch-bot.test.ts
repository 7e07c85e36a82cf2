import {afterEach, beforeEach, describe, expect, it} from '@jest/globals';
import {
  createMattermostForService,
  type MattermostForService,
} from '../../../sandbox/mattermost/mattermost-for-service.js';
import {createClient} from '../../../server/hosts/standalone/mattermost/client.js';
import {type BotWatch, watchBot} from '../../../server/hosts/standalone/mattermost/watch-bot.js';
import {storeUnavailable} from '../../../server/core/ports/port-error.js';
import {systemClock} from '../../../server/lib/system-clock.js';
import {createManualClock, type ManualClock} from '../../support/manual-clock.js';
import {noProxy} from '../../support/no-proxy.js';
import {createRecordingLogger, type RecordingLogger} from '../../support/recording-logger.js';

const ME = 'GET /users/:user_id';
const LOGIN = 'POST /users/login';
let mattermost: MattermostForService;
let bot: {userId: string; token: string};
let clock: ManualClock;
let logger: RecordingLogger;
let watch: BotWatch;
let looked: boolean[];
let returns: number;
let lastName: () => Promise<string>;
let wake: () => void;
beforeEach(async () => {
  mattermost = await createMattermostForService();
  bot = mattermost.addBot({username: 'zoom'});
  clock = createManualClock();
  logger = createRecordingLogger();
  looked = [];
  returns = 0;
  lastName = async () => 'zoom';
  wake = () => undefined;
});
afterEach(async () => {
  watch.end();
  await mattermost.close();
});

const begin = (token = bot.token): void => {
  const client = createClient({url: mattermost.siteUrl, token, findProxy: noProxy}, {clock: systemClock});
  const mattermostConnected = {
    set(value: number | undefined): void {
      looked.push(value === 1);
      wake();
    },
  };
  const isBack = (): void => void (returns += 1);
  watch = watchBot({
    client,
    metrics: {mattermostConnected},
    clock,
    logger,
    lastName: () => lastName(),
    isBack,
  });
  watch.look();
};
/** What the look says that is under way. */
const outcome = async (): Promise<boolean | undefined> => {
  const before = looked.length;
  await new Promise<void>((resolve) => (wake = resolve));
  // The next look is put off behind the answer.
  await clock.untilWaiting();
  return looked[before];
};
const next = (): Promise<boolean | undefined> => {
  const coming = outcome();
  clock.advance(30_000);
  return coming;
};
const enable = (isEnabled: boolean): void =>
  mattermost.seed({users: [{id: bot.userId, delete_at: isEnabled ? 0 : 1}]});
const told = (): string[] => logger.lines.map(({level, message}) => `${level}: ${message}`);

describe('What is known of the bot', () => {
  it('is asked as the bot every half minute: a disabled one is out while the server is well', async () => {
    begin();
    expect(await outcome()).toBe(true);
    enable(false);
    expect(await next()).toBe(false);
    expect(await next()).toBe(false);
    enable(true);
    expect(returns).toBe(0);
    expect(await next()).toBe(true);
    expect(returns).toBe(1);
    expect(told()).toEqual([
      expect.stringMatching(/^error: The bot is disabled: enable it under Integrations/),
      'info: Mattermost answers the bot again',
    ]);
  });

  it('is that it is out where its token is no longer valid', async () => {
    begin('a'.repeat(26));
    expect(await outcome()).toBe(false);
    expect(told()).toEqual([expect.stringContaining('MattermostToken is no longer valid')]);
  });

  it('tells a server that does not answer from a bot that is not let in', async () => {
    begin();
    await outcome();
    mattermost.faults.add(ME, {kind: 'refuse', status: 503});
    expect(await next()).toBe(false);
    mattermost.faults.lift();
    enable(false);
    expect(await next()).toBe(false);
    expect(told()).toEqual([
      expect.stringContaining('Mattermost does not answer the bot.'),
      expect.stringContaining('The bot is disabled'),
    ]);
  });

  it('that has another name, and is disabled before the service starts, is asked about by the name on record', async () => {
    bot = mattermost.addBot({username: 'meetings'});
    enable(false);
    lastName = () => Promise.reject(storeUnavailable('The store is not open'));
    begin();
    expect([await outcome(), told()]).toEqual([false, []]);
    lastName = async () => 'meetings';
    expect(await next()).toBe(false);
    expect(told()).toEqual([expect.stringContaining('The bot is disabled')]);
  });

  it('costs one failed attempt to sign in in ten minutes, and none while Mattermost answers', async () => {
    begin();
    await outcome();
    enable(false);
    for (let half = 0; half < 20; half += 1) await next();
    expect(mattermost.faults.count(LOGIN)).toBe(1);
    await next();
    expect(mattermost.faults.count(LOGIN)).toBe(2);
  });

  it('is asked at once where something is a sign, and not twice side by side', async () => {
    begin();
    await outcome();
    const before = mattermost.faults.count(ME);
    const coming = outcome();
    watch.look();
    watch.look();
    expect([await coming, mattermost.faults.count(ME)]).toEqual([true, before + 1]);
    expect(clock.nextIn()).toBe(30_000);
  });

  it('is not asked any more at the end', async () => {
    begin();
    await outcome();
    watch.end();
    watch.look();
    expect([clock.nextIn(), mattermost.faults.count(ME)]).toEqual([undefined, 1]);
  });
});
