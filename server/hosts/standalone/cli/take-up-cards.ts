import type {Application, TakeUp, TakeUpOutcome} from '../../../core/ports/application.js';
import {proxyOfEnvironment} from '../../../network/find-proxy.js';
import {systemClock} from '../../../lib/system-clock.js';
import {createLogger} from '../logger.js';
import {createClient} from '../mattermost/client.js';
import {createOwnPosts, type OwnPosts} from '../mattermost/own-posts.js';
import {askForBot} from '../mattermost/read-bot.js';
import {readConfig} from '../read-config.js';
import type {CliContext} from './command.js';
import {readSince} from './read-since.js';
import {unstartedApplication} from './unstarted-application.js';

/**
 * After a restore, the store knows nothing of the meetings that were started after the back-up. This finds their posts
 * and puts their cards on record again, before the service starts or beside it.
 */
export async function takeUpCards(context: CliContext): Promise<number> {
  const {process, options, say, createStore, loadCompose} = context;
  const since = readSince(options.since, systemClock.now());
  const config = readConfig(process.env, options.config);
  const {Store, MattermostURL: url, MattermostToken: token} = config.service;
  if (Store.startsWith('memory:'))
    throw new Error('Store is memory: there is nothing that could be restored.');
  const deps = {clock: systemClock, logger: createLogger('warn', process.stderr), environment: process.env};
  const client = createClient({url, token, findProxy: proxyOfEnvironment(deps.environment)}, deps);
  const bot = await askForBot(client);
  const store = createStore(Store, deps);
  try {
    await store.open();
    const compose = await loadCompose();
    const application = unstartedApplication({...deps, config, client, bot, store, compose});
    const isTrial = options['dry-run'] === true;
    say(`Cards that @${bot.username} has posted since ${new Date(since).toISOString()} are looked for.`);
    const search = {posts: createOwnPosts({client, bot}), since, url, say};
    const found = await takeUp(application, search, isTrial).finally(() => application.stop(0));
    return tell(found, {isTrial, say}) ? 0 : 1;
  } finally {
    await store.close();
  }
}

interface Search {
  posts: OwnPosts;
  since: number;
  /** Mattermost's. */
  url: string;
  say: CliContext['say'];
}

interface Found {
  counts: ReadonlyMap<TakeUpOutcome, number>;
  /** Channels into which the bot may not look. */
  refused: number;
}

const CHANNELS_AT_ONCE = 50;

async function takeUp(
  application: Application,
  {posts, since, url, say}: Search,
  isTrial: boolean,
): Promise<Found> {
  const channels = await posts.channels(since, (people) =>
    say(`The channels of ${people} people are listed`),
  );
  const counts = new Map<TakeUpOutcome, number>();
  let refused = 0;
  for (const [index, channelId] of channels.entries()) {
    const own = await posts.inChannel(channelId, since);
    if (own === 'refused') refused += 1;
    else if (own.length > 0) {
      const judged = await application.takeUpCards(own, {isTrial});
      judged.flatMap((one) => leftAlone(one, url)).forEach(say);
      for (const {outcome} of judged) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
    }
    const done = index + 1;
    if (done % CHANNELS_AT_ONCE === 0 || done === channels.length)
      say(`${done} of ${channels.length} channels are read`);
  }
  return {counts, refused};
}

/** Why a post is left alone, for those that somebody may want to look at. */
const LEFT_ALONE = {
  'under-way': 'its start is not finished. Run this again in a minute.',
  unsigned: 'it is not signed. The plugin or a version before 3.4.0 posted it, or somebody has changed it.',
  'not-genuine':
    'its signature does not fit. It was changed, copied or moved, or EncryptionKey is another one than then.',
  ambiguous: 'several posts say that they are this card.',
  unreadable: 'a row of the store cannot be read; its name is above.',
} as const satisfies Partial<Record<TakeUpOutcome, string>>;

const isLeftAlone = (outcome: TakeUpOutcome): outcome is keyof typeof LEFT_ALONE => outcome in LEFT_ALONE;

/** One line, or none. Mattermost finds the post's team itself. */
const leftAlone = ({postId, outcome}: TakeUp, url: string): string[] =>
  isLeftAlone(outcome) ? [`Left alone, ${url}/_redirect/pl/${postId}: ${LEFT_ALONE[outcome]}`] : [];

/** @returns whether nothing is left to be tried again */
function tell(
  {counts, refused}: Found,
  {isTrial, say}: Pick<CliContext, 'say'> & {isTrial: boolean},
): boolean {
  const of = (...outcomes: readonly TakeUpOutcome[]): number =>
    outcomes.reduce((sum, outcome) => sum + (counts.get(outcome) ?? 0), 0);
  const taken = of('taken-up');
  const alone = [...counts.keys()].filter(isLeftAlone);
  say(
    [
      `${isTrial ? 'To be taken up' : 'Taken up'}: ${taken}.`,
      `On record already: ${of('on-record')}.`,
      `Ended: ${of('over')}.`,
      `Left alone: ${of(...alone)}.`,
    ].join(' '),
  );
  if (refused > 0) say(`Channels that the bot may not read: ${refused}.`);
  if (isTrial) say('Nothing was changed: this was a trial.');
  else if (taken > 0) say('A minute or two after it has started, the service asks Zoom about them.');
  return refused === 0 && of('under-way') === 0;
}
