import {Console} from 'node:console';
import type {Compose} from '../../core/ports/application.js';
import {holdNodeId} from '../../lib/hold-node-id.js';
import {systemClock} from '../../lib/system-clock.js';
import {createWorkInProgress} from '../../lib/work-in-progress.js';
import {servePlugin} from '../../protocol/plugin/serve-plugin.js';
import type {ReportFailure} from '../../protocol/report-failure.js';
import {createLogger} from './logger.js';
import {createNativePlugin} from './native-plugin.js';
import {stayAlive} from './stay-alive.js';

/**
 * Runs this process as a Mattermost plugin until the server ends it, or is gone.
 *
 * - Control.Quit: answered, then the process ends, with 0.
 * - The server is lost: it ends at once, with 1.
 * - The plugin API alone is lost (the server could not encode an answer): it ends with 1 too, and the server's
 *   health check starts it anew.
 * - SIGTERM: as OnDeactivate, then the end. SIGINT reaches the whole terminal and is the server's to act on.
 */
export async function runNative(process: NodeJS.Process, loadCompose: () => Promise<Compose>): Promise<void> {
  // The handshake must be alone on stdout.
  globalThis.console = new Console(process.stderr, process.stderr);
  const clock = systemClock;
  const logger = createLogger((line) => process.stderr.write(line), clock);
  const report: ReportFailure = (what, error) => logger.error(what, {error: description(error)});
  stayAlive(process, report);
  process.on('SIGINT', () => undefined);

  const calls = createWorkInProgress(clock);
  const plugin = createNativePlugin({
    loadCompose,
    clock,
    logger,
    environment: process.env,
    calls,
    holdNodeId,
  });
  process.on('SIGTERM', () => {
    // The last answer leaves within this turn of the event loop.
    void plugin.onDeactivate().finally(() => setImmediate(() => process.exit(0)));
  });
  const end = await servePlugin(plugin, {
    env: process.env,
    stdout: process.stdout,
    stderr: process.stderr,
    report,
    calls,
  });
  process.exit(end === 'quit' ? 0 : 1);
}

function description(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
