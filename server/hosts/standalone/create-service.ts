import type {Express} from 'express';
import {COMMAND_PATH} from '../../core/domain/site.js';
import type {Application, CommandRequest, Compose} from '../../core/ports/application.js';
import type {Clock} from '../../core/ports/clock.js';
import type {Host} from '../../core/ports/host.js';
import type {Logger} from '../../core/ports/logger.js';
import type {Metrics} from '../../core/ports/metrics.js';
import {proxyOfEnvironment} from '../../network/find-proxy.js';
import {ROUTES_PATH} from '../../../contract/routes.js';
import {createTally} from '../../lib/tally.js';
import {createMetrics} from '../metrics/create-metrics.js';
import {createCarrier, type Carrier} from './carrier.js';
import {commandRoute} from './http/command-route.js';
import {createEdge} from './http/create-edge.js';
import {createReady} from './http/health.js';
import {listen, stopListening} from './http/listen.js';
import {serveMetrics} from './http/serve-metrics.js';
import {createClient, type MattermostClient} from './mattermost/client.js';
import {createFindStanding} from './mattermost/find-standing.js';
import {createTeamCommands} from './mattermost/commands.js';
import {lastBotName} from './mattermost/last-bot-name.js';
import {type Speaker, speakerOf} from './mattermost/private-answer.js';
import {createSite} from './mattermost/site.js';
import {watchBot} from './mattermost/watch-bot.js';
import type {Config, ConfigError} from './read-config.js';
import {createRegistering, type Registering} from './registering.js';
import type {ServiceStore} from './service-parts.js';
import {createServiceSettings} from './settings.js';
import {openStore} from './open-store.js';
import {startUntilItWorks} from './start-until-it-works.js';

interface ServiceDeps {
  config: Config;
  compose: Compose;
  store: ServiceStore;
  clock: Clock;
  logger: Logger;
  environment: Host['environment'];
  holdNodeId: (of: string) => Promise<string | undefined>;
}

export interface Service {
  /** Where it listens. */
  port: number;
  /** Resolves when it cannot start until somebody changes the configuration. */
  refused: Promise<ConfigError>;
  /** Accepts nothing new, and resolves when running work has ended, after `drainMs` at the latest. */
  stop(drainMs: number): Promise<void>;
}

/**
 * Listens at once; the application starts as soon as the store and Mattermost answer.
 * @throws the system's error when the address is taken
 */
export async function createService({
  config,
  compose,
  store,
  clock,
  logger,
  environment,
  holdNodeId,
}: ServiceDeps): Promise<Service> {
  const {MattermostURL: url, MattermostToken: token, ServiceURL: publicUrl} = config.service;
  const {keyValue, records} = store;
  const access = {url, token, findProxy: proxyOfEnvironment(environment)};
  const metrics = createMetrics('service');
  const botWatch = watchBot({
    client: createClient(access, {clock}),
    metrics,
    clock,
    logger,
    lastName: () => lastBotName(records.botAccount),
    isBack: () => carrier.botIsBack(),
  });
  const client = createClient(access, {clock, shutOut: botWatch.look});
  const commandUrl = `${publicUrl}${ROUTES_PATH}${COMMAND_PATH}`;
  const {commandTokens: tokens, leases} = records;
  const commands = createTeamCommands({client, tokens, leases, logger, url: commandUrl});
  const registering = createRegistering({commands, metrics, clock, logger});
  const site = createSite(client, {mattermostUrl: url, publicUrl, clock});
  const settings = createServiceSettings(config.settings, records.generatedSettings);
  const {without: teamsWithoutCommand} = commands;
  const shared = {client, keyValue, records, clock, logger, environment, site, metrics, teamsWithoutCommand};
  const carrier = createCarrier({...shared, access, compose, registering, settings, holdNodeId, botWatch});
  const {tokenUnknown: lookAfter} = registering;
  const edge = edgeOf({client, url, site, store, metrics, clock, logger, carrier, lookAfter});
  const server = await listen(edge, config.service.Listen);
  botWatch.look();
  const readMetrics = async () => (await carrier.running()?.application.readMetrics()) ?? metrics.read();
  const metricsServer = await serveMetrics({readMetrics, logger}, config.service.MetricsListen);
  const start = async (): Promise<void> => {
    await openStore(store);
    await carrier.start();
  };
  const starting = startUntilItWorks(start, {clock, logger});
  return {
    port: (server.address() as {port: number}).port,
    refused: starting.refused,
    async stop(drainMs) {
      starting.end();
      botWatch.end();
      const finish = stopListening(server);
      await carrier.stop(drainMs);
      await finish();
      if (metricsServer !== undefined) await stopListening(metricsServer)();
      await store.close();
    },
  };
}

interface EdgeParts {
  client: MattermostClient;
  /** Mattermost's, as it was configured. */
  url: string;
  site: ReturnType<typeof createSite>;
  store: ServiceStore;
  metrics: Metrics;
  clock: Clock;
  logger: Logger;
  carrier: Carrier;
  lookAfter: Registering['tokenUnknown'];
}

/** What is answered over HTTP: by the application, once it runs, and for the operator of the service. */
function edgeOf({client, url, site, store, metrics, clock, logger, carrier, lookAfter}: EdgeParts): Express {
  // The address in the configuration holds even while Mattermost does not tell its own.
  const sites = (): Promise<string[]> =>
    site().then(
      (known) => [url, known.url],
      () => [url],
    );
  const application = {
    serveHttp: (...args: Parameters<Application['serveHttp']>) =>
      running(carrier).application.serveHttp(...args),
    runCommand: (request: CommandRequest) => running(carrier).application.runCommand(request),
    tokenUnknown: () => running(carrier).application.tokenUnknown(),
  };
  const speaker = async (): Promise<Speaker> => speakerOf(running(carrier).bot, (await site()).url);
  const {commandTokens, commandAnswers} = store.records;
  const findStanding = createFindStanding({client, commandTokens});
  const refused = createTally<'command'>({
    clock,
    everyMs: 60_000,
    tell: (counts) =>
      logger.warn('Commands without the token of their team were refused', {count: counts.get('command')}),
  });
  const isRunning = (): boolean => carrier.running() !== undefined;
  return createEdge({
    metrics,
    logger,
    application,
    isRunning,
    command: commandRoute({
      application,
      commandTokens,
      commandAnswers,
      lookAfter,
      findStanding,
      sites,
      speaker,
      refused,
      clock,
      logger,
    }),
    ready: createReady({isRunning, tryStore: store.ping, clock, logger}),
  });
}

/** Asked only where the edge has made sure. */
function running(carrier: Carrier): NonNullable<ReturnType<Carrier['running']>> {
  const known = carrier.running();
  if (known === undefined) throw new Error('The service is not ready');
  return known;
}
