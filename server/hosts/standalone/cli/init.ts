import {accessSync, constants, lstatSync} from 'node:fs';
import {dirname, resolve} from 'node:path';
import {siteUrlProblem} from '../../../core/domain/site-url-problem.js';
import {systemClock} from '../../../lib/system-clock.js';
import {proxyOfEnvironment} from '../../../network/find-proxy.js';
import {createLogger} from '../logger.js';
import {toBot} from '../mattermost/bot.js';
import {readConfig, readGiven} from '../read-config.js';
import {INIT_KEYS} from '../service-config.js';
import {assertGiven} from './assert-given.js';
import {askBot} from './ask-bot.js';
import {askEnvironment} from './ask-environment.js';
import {type Admin, askMattermost, readWebAddress} from './ask-mattermost.js';
import {askPerson} from './ask-person.js';
import {askZoom, type TrySettings} from './ask-zoom.js';
import type {CliContext} from './command.js';
import {findBot} from './find-bot.js';
import {listSetUp} from './list-set-up.js';
import type {Asking} from './question.js';
import {setUpBot} from './set-up-bot.js';
import {createTerminal} from './terminal.js';
import {writePrivate} from './write-private.js';

type Given = Readonly<Record<string, string>>;

/**
 * Asks for what only a person knows, or takes it from the environment; makes the bot account with an administrator's
 * token, and writes the configuration. Nothing is changed anywhere before everything has been answered.
 */
export async function init(context: CliContext): Promise<number> {
  const {process, options, say} = context;
  const file = options.config ?? 'zoom-mattermost.json';
  assertWritable(file, options.force === true);
  const given = readGiven(process.env, file);
  if (options.yes === true) {
    assertGiven(given, options.force === true);
    await setUp(context, {file, given, asking: askEnvironment(given, say)});
    return 0;
  }
  const terminal = createTerminal(process);
  try {
    await setUp(context, {file, given, asking: askPerson(terminal, given, say)});
    return 0;
  } finally {
    terminal.close();
  }
}

/** Before anybody types anything. @throws Error */
function assertWritable(file: string, replaces: boolean): void {
  // A link counts, wherever it leads.
  if (lstatSync(file, {throwIfNoEntry: false}) !== undefined && !replaces) {
    throw new Error(`${file} exists already: \`--force\` replaces it.`);
  }
  try {
    accessSync(dirname(file), constants.W_OK);
  } catch {
    throw new Error(
      `${file} cannot be written: this account may not write into the folder ${dirname(file)}.`,
    );
  }
}

interface SetUpParts {
  file: string;
  given: Given;
  asking: Asking;
}

async function setUp(context: CliContext, {file, given, asking}: SetUpParts): Promise<void> {
  const {process, say} = context;
  const admin = await askMattermost(asking, proxyOfEnvironment(process.env));
  const found = await findBot(admin.client);
  const {teams, isAdmin, settings} = await askBot(asking, admin.client, found);
  const ServiceURL = await askServiceUrl(asking, given);
  const zoom = await askZoom(asking, ServiceURL, tryingSettings(context, admin, given));
  const config: Record<string, unknown> = {
    MattermostURL: admin.url,
    // Its place in the file.
    MattermostToken: 'not made yet',
    ServiceURL,
    Listen: '127.0.0.1:8066',
    // Wherever another command is run, it finds the same file.
    Store: `sqlite:${resolve('zoom-mattermost.db')}`,
    ...withoutAnswers(given),
    ...settings,
    ...zoom,
  };
  // What was given and not asked is looked at, too, before anything is made.
  readConfig({}, file, () => JSON.stringify(config));
  const bot = await setUpBot(admin.client, {found, teams, isAdmin, say});
  try {
    writePrivate(file, `${JSON.stringify({...config, MattermostToken: bot.token}, undefined, 2)}\n`);
  } catch (error) {
    await bot.revoke();
    throw error;
  }
  say(`\n${file} is written; nobody but this account can read it.`);
  await bot.revokeEarlier();
  say('Revoke the administrator’s token now: Profile → Security → Personal Access Tokens.');
  say(
    'Then start the service with `zoom-mattermost`, and run `zoom-mattermost check`, which says what comes next.',
  );
}

/** What is kept from what was given: all but the answers to questions, and what nobody keeps. */
function withoutAnswers(given: Given): Given {
  const answered: readonly string[] = ['MattermostURL', 'MattermostToken', 'ServiceURL', ...INIT_KEYS];
  return Object.fromEntries(Object.entries(given).filter(([name]) => !answered.includes(name)));
}

async function askServiceUrl({ask, say}: Asking, given: Given): Promise<string> {
  const address = await ask({
    name: 'ServiceURL',
    text: 'Address at which Zoom and Mattermost reach this service, for example https://zoom.example.org',
    read: (answer) => readWebAddress(answer, 'origin'),
  });
  if (siteUrlProblem(address, given['AllowInsecureZoomURLs'] === 'true') !== undefined) {
    say(
      'Zoom sends its webhooks only to public https addresses; without them, cards do not follow their meetings.',
    );
  }
  return address;
}

/** Zoom is asked as the service would ask it. Nothing is stored, and no other address is tried yet. */
function tryingSettings(
  {process, createStore, loadCompose}: CliContext,
  {url, client, me}: Admin,
  given: Given,
): TrySettings {
  const deps = {
    clock: systemClock,
    logger: createLogger('error', process.stderr),
    environment: process.env,
  };
  return async (answers) => {
    const store = createStore('memory:', deps);
    await store.open();
    try {
      const service = {MattermostURL: url, ServiceURL: ''};
      const config = {service, settings: {...given, ...answers}};
      const compose = await loadCompose();
      return await listSetUp({config, client, store, bot: toBot(me), compose, ...deps});
    } finally {
      await store.close();
    }
  };
}
