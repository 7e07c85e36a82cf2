import type {ZoomProblem} from '../domain/zoom-problem.js';
import type {Logger} from '../ports/logger.js';
import {hasCode} from '../ports/port-error.js';
import type {NotConnected} from './start-outcome.js';

/** Why a meeting was neither ended nor cancelled, whatever was asked for. */
export type NotClosed =
  | {kind: 'ended'}
  /** They may not act any more, or are no longer in the card's channel. */
  | {kind: 'no-access'}
  /** The person has asked as often as they may for now. `nextAt`: ms since the epoch. */
  | {kind: 'too-many'; nextAt: number}
  | NotConnected
  /** The log has a line of it. */
  | {kind: 'zoom-trouble'; problem: Exclude<ZoomProblem, NotConnected>};

/** Zoom's trouble as an outcome. Any other error is thrown on. */
export function explainTrouble(
  logger: Logger,
  message: string,
  error: unknown,
): Extract<NotClosed, {kind: 'not-connected' | 'zoom-trouble'}> {
  if (!hasCode(error, 'zoom-trouble')) throw error;
  const {problem, logFields} = error.details;
  // Nobody has to look after that but the person who is told.
  if (problem.kind === 'not-connected') return problem;
  logger.warn(message, {problem: problem.kind, ...logFields});
  return {kind: 'zoom-trouble', problem};
}

/** Zoom's number for why it said no to what was asked as things are; `undefined` for any other trouble. */
export function refusalCode(error: unknown): number | undefined {
  if (!hasCode(error, 'zoom-trouble')) return undefined;
  const {problem} = error.details;
  return problem.kind === 'refused' ? problem.code : undefined;
}
