import {Console} from 'node:console';
import {Writable} from 'node:stream';
import type {Compose} from '../../core/ports/application.js';
import type {Logger} from '../../core/ports/logger.js';
import {holdNodeId} from '../../lib/hold-node-id.js';
import {systemClock} from '../../lib/system-clock.js';
import {createService} from './create-service.js';
import {filesOfStore, readableByOthers} from './files.js';
import {createLogger} from './logger.js';
import type {Config} from './read-config.js';
import type {CreatesStore} from './service-parts.js';

/** Running requests and jobs have this long to end. */
const DRAIN_MS = 8_000;

export interface RunServiceParts {
  process: NodeJS.Process;
  config: Config;
  /** From which the configuration was read. */
  files: readonly string[];
  compose: Compose;
  createStore: CreatesStore;
}

/**
 * Runs the service until SIGTERM or SIGINT.
 * @returns the exit status
 * @throws ConfigError when the store cannot be used as it is configured; Error when the address is taken
 */
export async function runService({
  process,
  config,
  files,
  compose,
  createStore,
}: RunServiceParts): Promise<number> {
  const clock = systemClock;
  const logger = createLogger(config.service.LogLevel, process.stdout);
  quietConsole(logger);
  for (const note of config.notes) logger.info(note);
  for (const failure of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(failure, (error: unknown) =>
      logger.error('A failure was caught by nobody', {error: trace(error)}),
    );
  }
  // From here on a signal ends it in order, also while it starts.
  const ended = new Promise<string>((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, resolve);
  });
  const store = createStore(config.service.Store, {clock, logger});
  const open = readableByOthers([...files, ...filesOfStore(config.service.Store)], process.platform);
  if (open.length > 0) {
    logger.warn('Every account of this machine can read these files; take that right away (chmod o-r)', {
      files: open.join(', '),
    });
  }
  const service = await createService({
    config,
    compose,
    store,
    clock,
    logger,
    environment: process.env,
    holdNodeId,
  }).catch(async (error: unknown) => {
    await store.close();
    throw isAddressInUse(error)
      ? new Error(`Listen: ${addressOf(config)} is taken by another program.`)
      : error;
  });
  logger.info('The service listens', {host: config.service.Listen.host, port: service.port});
  const why = await Promise.race([ended, service.refused]);
  if (typeof why === 'string') logger.info('The service ends', {signal: why});
  await service.stop(DRAIN_MS);
  if (typeof why === 'string') return 0;
  throw why;
}

/** Packages that write to the console would break the lines of JSON. */
function quietConsole(logger: Logger): void {
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      logger.debug(chunk.toString().trim());
      done();
    },
  });
  globalThis.console = new Console(stream, stream);
}

const trace = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);
const isAddressInUse = (error: unknown): boolean => (error as {code?: string}).code === 'EADDRINUSE';
const addressOf = ({service: {Listen}}: Config): string => `${Listen.host}:${Listen.port}`;
