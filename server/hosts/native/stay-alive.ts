import type {ReportFailure} from '../../protocol/report-failure.js';

/**
 * A failure that nobody caught is logged and nothing else. Usually a process should end then; here that is the
 * greater harm: Mattermost switches a plugin off for good after three deaths in an hour, so that one poisonous
 * request, sent three times, would take Zoom away from everybody. Nothing is trusted to the memory of this
 * process that could be left half-changed: records change by compare-and-set in the store, and what is kept here
 * are caches with an end. What cannot go on without its other side (the connection, the plugin API) does end the
 * process, by its own rule.
 */
export function stayAlive(process: NodeJS.Process, report: ReportFailure): void {
  process.on('uncaughtException', (error) => report('A failure was caught by nobody', error));
  process.on('unhandledRejection', (error) => report('A failure was awaited by nobody', error));
  // The server closes both when it dies; a complaint about that would go to the same closed pipe, for ever.
  process.stdout.on('error', () => undefined);
  process.stderr.on('error', () => undefined);
}
