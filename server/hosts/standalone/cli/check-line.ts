import type {SetupLine} from '../../../core/ports/application.js';

/**
 * How a line of `check` stands, its mark, and whether the command fails over it. A warning is told and no more: who
 * runs the service may have no other choice.
 */
export const LINE_STATES = {
  works: {mark: '✓', fails: false},
  'not-yet': {mark: '…', fails: false},
  warning: {mark: '!', fails: false},
  unknown: {mark: '?', fails: false},
  wrong: {mark: '✗', fails: true},
  missing: {mark: '✗', fails: true},
  unset: {mark: '–', fails: true},
} as const satisfies Record<SetupLine['state'] | 'warning', {mark: string; fails: boolean}>;

export type LineState = keyof typeof LINE_STATES;

/** One line of `check`. */
export interface CheckLine extends Omit<SetupLine, 'state'> {
  state: LineState;
}

export type ShowLine = (line: CheckLine) => void;
