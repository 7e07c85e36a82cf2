import type {ReportFailure} from '../../protocol/report-failure.js';

/**
 * A failure that nobody caught is only logged. Usually a process should end then, but here that would do more harm:
 * Mattermost switches a plugin off for good after three crashes in an hour, so one poisonous request, sent three times,
 * would take Zoom away from everybody. This process keeps nothing in memory that could be left half-changed: records
 * change by compare-and-set in the store, and what is kept here are caches that expire. A lost connection or plugin API
 * does end the process, by its own rule.
 */
export function stayAlive(process: NodeJS.Process, report: ReportFailure): void {
  process.on('uncaughtException', (error) => report('A failure was caught by nobody', error));
  process.on('unhandledRejection', (error) => report('A failure was awaited by nobody', error));
  // The server closes both when it dies. Complaining about that would write to the same closed pipe, for ever.
  process.stdout.on('error', () => undefined);
  process.stderr.on('error', () => undefined);
}
