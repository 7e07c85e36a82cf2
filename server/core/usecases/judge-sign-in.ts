import type {Finding} from '../domain/findings.js';
import type {ZoomConnection} from '../domain/zoom-connection.js';
import type {ZoomProblem} from '../ports/zoom.js';

type ServerToServer = Extract<ZoomConnection, {mode: 'server_to_server'}>;

/** Zoom's client secrets have 32 characters, its account and client IDs about 22. */
const SECRET_LENGTH = 32;

/** What people copy from Zoom's account profile instead of the account ID. */
const ACCOUNT_NUMBER = /^\d[\d\s-]*$/;

/** Why Zoom refused to sign us in, by what it says and by the form of what was typed. */
export function judgeSignIn(connection: ZoomConnection, problem: ZoomProblem): Finding {
  if (problem.kind !== 'unauthorized') return judgeTrouble(problem);
  if (connection.mode === 'jwt') return problem.because === 'no-jwt' ? 'token.noJwt' : 'token.keyRefused';
  switch (problem.because) {
    case 'client':
      return judgeClient(connection);
    case 'account':
      return ACCOUNT_NUMBER.test(connection.accountId) ? 'token.accountNumber' : 'token.account';
    case 'app-type':
      return 'token.appType';
    case 'app-disabled':
      return 'token.appDisabled';
    default:
      return 'token.refused';
  }
}

function judgeClient({accountId, clientId, clientSecret}: ServerToServer): Finding {
  const secretLength = clientSecret.reveal().length;
  if (clientId.length >= SECRET_LENGTH && secretLength < SECRET_LENGTH) return 'token.idAndSecretSwapped';
  return accountId === clientId ? 'token.accountAndClientEqual' : 'token.client';
}

/** Whatever is not about credentials. */
export function judgeTrouble(problem: Exclude<ZoomProblem, {kind: 'unauthorized'}>): Finding {
  switch (problem.kind) {
    case 'unreachable':
      return 'trouble.unreachable';
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
    case 'missing-scope':
      return 'untested.scopes';
    case 'forbidden':
      return 'you.forbidden';
    case 'refused':
      return 'trouble.refused';
  }
}
