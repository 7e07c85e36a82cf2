import {systemClock} from '../../../lib/system-clock.js';
import {createFileReader, filesOfStore, readableByOthers} from '../files.js';
import {createLogger} from '../logger.js';
import {type Config, ConfigError, readConfig} from '../read-config.js';
import type {ServiceStore} from '../service-parts.js';
import type {CheckLine} from './check-line.js';
import {checkMattermost} from './check-mattermost.js';
import type {CliContext} from './command.js';
import {isListening} from './is-listening.js';
import {listSetUp} from './list-set-up.js';
import type {UnstartedParts} from './unstarted-application.js';
import {type CheckReport, reportAsJson, reportToPerson} from './report-check.js';

/** Goes through everything that the service needs, and says what is wrong and what to do. */
export async function check(context: CliContext): Promise<number> {
  const {options, say} = context;
  const report = options.json === true ? reportAsJson(say) : reportToPerson(say);
  try {
    await checkAll(context, report);
  } catch (error) {
    // Programs are answered in their own form, whatever happens.
    if (options.json !== true) throw error;
    report.show(failureLine(error));
  }
  return report.end();
}

const failureLine = (error: unknown): CheckLine =>
  error instanceof ConfigError
    ? {
        id: 'configuration',
        finding: 'configuration.wrong',
        state: 'wrong',
        title: 'Configuration',
        text: error.problems.join(' '),
      }
    : {
        id: 'check',
        finding: 'check.interrupted',
        state: 'wrong',
        title: 'Check',
        text: `it could not be finished: ${error instanceof Error ? error.message : String(error)}`.replace(
          /\.?$/,
          '.',
        ),
      };

async function checkAll(context: CliContext, {show}: CheckReport): Promise<void> {
  const {process, options, createStore} = context;
  const {readFile, read} = createFileReader();
  const config = readConfig(process.env, options.config, readFile);
  const deps = {
    clock: systemClock,
    logger: createLogger('error', process.stderr),
    environment: process.env,
  };
  const said = ['it can be read.', ...config.notes].join(' ');
  show({
    id: 'configuration',
    finding: 'configuration.works',
    state: 'works',
    title: 'Configuration',
    text: said,
  });
  const store = createStore(config.service.Store, deps);
  try {
    await store.open();
    await tryWrite(store);
  } catch (error) {
    await store.close();
    return show(storeLine('wrong', (error as Error).message));
  }
  show(storeLine('works', 'it can be read and written.'));
  const open = readableByOthers([...read(), ...filesOfStore(config.service.Store)], process.platform);
  if (open.length > 0) show(openFiles(open));
  try {
    await checkOutside(context, {config, store, ...deps}, show);
  } finally {
    await store.close();
  }
}

/** A store that opens may still be full, or a standby. @throws Error with why, which the store says in its cause */
async function tryWrite({ping}: Pick<ServiceStore, 'ping'>): Promise<void> {
  await ping().catch(({message, cause}: Error) => {
    const why = (cause as Partial<Error> | undefined)?.message ?? message;
    throw new Error(`it does not take a write: ${why}.`, {cause});
  });
}

const storeLine = (state: 'works' | 'wrong', text: string): CheckLine => ({
  id: 'store',
  finding: `store.${state}`,
  state,
  title: 'Store',
  text,
});

const openFiles = (open: readonly string[]): CheckLine => ({
  id: 'files',
  finding: 'files.open',
  // Who mounts secrets into a container may have no other choice.
  state: 'warning',
  title: 'Files',
  text: `every account of this machine can read ${open.join(', ')}. Take that right away (chmod o-r).`,
});

interface Inside extends Pick<UnstartedParts, 'clock' | 'logger' | 'environment'> {
  config: Config;
  store: ServiceStore;
}

/** Mattermost, then Zoom, which can be asked only where Mattermost answers. */
async function checkOutside(
  {loadCompose}: Pick<CliContext, 'loadCompose'>,
  inside: Inside,
  show: CheckReport['show'],
): Promise<void> {
  const {config, store, ...deps} = inside;
  const signedIn = await checkMattermost(config, {records: store.records, ...deps}, show);
  if (signedIn === undefined) return;
  const lines = await listSetUp({...inside, ...signedIn, compose: await loadCompose()});
  const isRunning = await isListening(config.service.Listen);
  // A secret that the next process makes anew is no part of an address yet.
  const lasts = config.service.Store !== 'memory:' || Boolean(config.settings['WebhookSecret']);
  for (const {webhookAddress, ...line} of lines) {
    const seen = isRunning ? line : beforeStart(line);
    show(webhookAddress !== undefined && lasts ? {...seen, webhookAddress} : seen);
  }
}

/** What can only answer once the service runs. */
const BY_THE_SERVICE: Readonly<Record<string, string>> = {
  'siteUrl.otherAnswer': 'siteUrl.notRunning',
  'siteUrl.notReached': 'siteUrl.notRunning',
  'joinPage.otherAnswer': 'joinPage.notRunning',
  'joinPage.notReached': 'joinPage.notRunning',
};

function beforeStart(line: CheckLine): CheckLine {
  const finding = BY_THE_SERVICE[line.finding];
  if (finding === undefined) return line;
  const text = 'Not tested: the service does not run on this machine yet. Start it, and check again.';
  return {...line, finding, state: 'not-yet', text};
}
