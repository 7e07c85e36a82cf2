import type {Finding} from './findings.js';
import type {SetupCheck} from './setup-check.js';
import type {ZoomConnection} from './zoom-connection.js';
import type {ZoomProblem} from './zoom-problem.js';

/** Why we could not sign in: a refusal means something else in each mode, all other trouble the same. */
export const judgeSignIn = ({refusals}: ZoomConnection, problem: ZoomProblem): Finding =>
  problem.kind === 'unauthorized'
    ? (refusals[problem.because ?? 'untold'] ?? refusals.untold)
    : judgeTrouble(problem);

/** Anything that is not about credentials. */
export function judgeTrouble(problem: Exclude<ZoomProblem, {kind: 'unauthorized'}>): Finding {
  switch (problem.kind) {
    case 'unreachable':
      return 'trouble.unreachable';
    case 'proxy':
      return 'trouble.proxy';
    case 'certificate':
      return 'trouble.certificate';
    case 'not-zoom':
      return 'trouble.notZoom';
    case 'blocked-address':
      return 'trouble.blockedAddress';
    case 'not-understood':
    case 'unsafe-link':
      return 'trouble.notUnderstood';
    case 'timeout':
      return 'trouble.timeout';
    case 'server-error':
      return 'trouble.serverError';
    case 'rate-limited':
      return 'trouble.rateLimited';
    case 'not-connected':
      return problem.who === 'account' ? 'account.notConnected' : 'you.notConnected';
    case 'missing-scope':
      return 'untested.scopes';
    case 'forbidden':
      return 'you.forbidden';
    case 'refused':
    case 'invalid':
      return 'trouble.refused';
  }
}

/** What the finding's text is filled with. */
export function troubleValues(problem: ZoomProblem): SetupCheck['values'] {
  switch (problem.kind) {
    case 'proxy':
      return {proxy: problem.proxy, because: problem.because, status: problem.status ?? 0};
    case 'certificate':
      return {code: problem.code};
    case 'not-connected':
      return {because: problem.because.replaceAll('-', '_')};
    case 'not-zoom':
      return {status: problem.status};
    default:
      return {};
  }
}
