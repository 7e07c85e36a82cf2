import type {Response} from 'express';
import type {Problem, ProblemCode} from '../../../contract/problem.js';
import {API, ROUTES_PATH} from '../../../contract/routes.js';
import {PROBLEMS} from './problem-codes.js';

/** How the API says no. */
export interface ApiProblem extends Problem {
  code: ProblemCode;
  /** Seconds until another try may succeed. */
  retryAfter?: number | undefined;
  /** What else the caller needs to know. */
  more?: Readonly<Record<string, unknown>>;
}

export const PROBLEM_TYPE = 'application/problem+json';

/** Where a code is explained, below the address of Mattermost or of the service. */
const explained = (code: ProblemCode): string => `${ROUTES_PATH}${API.docs}#${code}`;

/** As RFC 9457 has it, and with our own `code` and `message`. */
export function sendProblem(response: Response, {code, message, retryAfter, more}: ApiProblem): void {
  const {status, title} = PROBLEMS[code];
  if (retryAfter !== undefined) response.set('Retry-After', String(retryAfter));
  response
    .status(status)
    .type(PROBLEM_TYPE)
    .json({type: explained(code), title, status, detail: message, code, message, ...more});
}
