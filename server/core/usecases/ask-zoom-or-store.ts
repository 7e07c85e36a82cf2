import type {ZoomProblem} from '../domain/zoom-problem.js';
import type {Logger} from '../ports/logger.js';
import {hasCode, isStoreError} from '../ports/port-error.js';

/** What came of a question; `store`: what is stored could not be read, and nothing is known. */
export type Answer<T> =
  {kind: 'answer'; value: T} | {kind: 'trouble'; problem: ZoomProblem} | {kind: 'store'};

/** Awaits an answer of Zoom, or of our own records, for a test that goes on whatever comes. */
export async function askZoomOrStore<T>(logger: Logger, question: Promise<T>): Promise<Answer<T>> {
  try {
    return {kind: 'answer', value: await question};
  } catch (error) {
    if (isStoreError(error)) {
      logger.error('A test of the set-up could not read the store', {error: error.message});
      return {kind: 'store'};
    }
    if (!hasCode(error, 'zoom-trouble')) throw error;
    const {problem, logFields} = error.details;
    // That is for a person to change, and nothing failed.
    if (problem.kind !== 'not-connected') {
      logger.info('A test of the connection to Zoom failed', {problem: problem.kind, ...logFields});
    }
    return {kind: 'trouble', problem};
  }
}
