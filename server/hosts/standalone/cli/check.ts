import type {SetupLine} from '../../../core/ports/application.js';
import {systemClock} from '../../../lib/system-clock.js';
import {proxyOfEnvironment} from '../../../network/find-proxy.js';
import {createFileReader, filesOfStore, readableByOthers} from '../files.js';
import {createHost} from '../host.js';
import {createLogger} from '../logger.js';
import {createClient} from '../mattermost/client.js';
import {createSite} from '../mattermost/site.js';
import {type Config, readConfig} from '../read-config.js';
import type {ServiceStore} from '../service-parts.js';
import {createServiceSettings} from '../settings.js';
import {checkMattermost} from './check-mattermost.js';
import type {CliContext} from './command.js';

const MARKS = {works: '✓', wrong: '✗', missing: '✗', unset: '–', unknown: '?'} as const;

/** Goes through everything that the service needs, and says what is wrong and what to do. */
export async function check({process, options, say, createStore, loadCompose}: CliContext): Promise<number> {
  const {readFile, read} = createFileReader();
  const config = readConfig(process.env, options.config, readFile);
  const logger = createLogger('error', process.stderr);
  const deps = {clock: systemClock, logger, environment: process.env};
  const lines: SetupLine[] = [];
  const show = (line: SetupLine): void => {
    lines.push(line);
    say(`${MARKS[line.state]} ${line.title.replace(/([^?])$/, '$1:')} ${line.text.replaceAll('**', '')}`);
  };
  show({state: 'works', title: 'Configuration', text: ['it can be read.', ...config.notes].join(' ')});
  const store = createStore(config.service.Store, deps);
  try {
    await store.open();
  } catch (error) {
    show({state: 'wrong', title: 'Store', text: (error as Error).message});
    return 1;
  }
  show({state: 'works', title: 'Store', text: 'it can be read and written.'});
  // A warning alone: who mounts secrets into a container may have no other choice.
  const open = readableByOthers([...read(), ...filesOfStore(config.service.Store)], process.platform);
  if (open.length > 0) {
    say(
      `! Files: every account of this machine can read ${open.join(', ')}. Take that right away (chmod o-r).`,
    );
  }
  try {
    const bot = await checkMattermost(config, deps, show);
    if (bot !== undefined)
      (await checkZoom({config, store, bot, compose: await loadCompose(), ...deps})).forEach(show);
  } finally {
    await store.close();
  }
  return lines.every(({state}) => state === 'works' || state === 'unknown') ? 0 : 1;
}

interface CheckZoomParts extends Pick<
  Parameters<typeof createHost>[0],
  'clock' | 'logger' | 'environment' | 'bot'
> {
  config: Config;
  store: ServiceStore;
  compose: Awaited<ReturnType<CliContext['loadCompose']>>;
}

/** The same list as `/zoom doctor`. */
async function checkZoom({config, store, compose, ...parts}: CheckZoomParts): Promise<readonly SetupLine[]> {
  const {MattermostURL: url, MattermostToken: token, ServiceURL: publicUrl} = config.service;
  const {keyValue, records} = store;
  const client = createClient({url, token, findProxy: proxyOfEnvironment(parts.environment)}, parts);
  const application = compose(
    createHost({
      ...parts,
      client,
      keyValue,
      records,
      settings: createServiceSettings(config.settings, records.generatedSettings),
      site: createSite(client, {mattermostUrl: url, publicUrl, clock: parts.clock}),
      registerCommand: async () => undefined,
      // They have lines of their own.
      foreignCommands: () => [],
      // Nothing is started here: that stays the running service's.
      nodeId: undefined,
    }),
  );
  try {
    return await application.checkSetup();
  } finally {
    await application.stop(0);
  }
}
