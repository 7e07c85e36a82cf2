import type {ZoomProblem} from '../../core/ports/zoom.js';
import {readRateLimit, readRetryTime} from './rate-limit.js';
import {describeRefusal, type Refusal} from './refusal.js';
import type {Exchange} from './transport/exchange.js';

/** What an exchange means. */
export type Verdict =
  | {kind: 'success'; json: unknown}
  | {
      kind: 'failure';
      problem: ZoomProblem;
      /** When Zoom asks to be asked again. */
      retryAt: number | undefined;
      fields: Record<string, string | number>;
    };

interface RefusalRow {
  applies: (refusal: Refusal) => boolean;
  problem: (refusal: Refusal, now: number) => ZoomProblem;
}

/** In order: the first row that applies names the problem. Codes: https://developers.zoom.us/docs/api/errors/ */
const REFUSALS: readonly RefusalRow[] = [
  {
    applies: ({status}) => status < 400,
    problem: () => ({kind: 'not-understood', detail: 'redirect'}),
  },
  {
    applies: ({status}) => status === 429,
    problem: ({headers, message}, now) => ({kind: 'rate-limited', ...readRateLimit(headers, message, now)}),
  },
  {
    applies: ({status}) => status >= 500,
    problem: ({status}) => ({kind: 'server-error', status}),
  },
  {
    // 4711 says nothing else; 200 and 4700 are used for other things too, but then name no scopes.
    applies: ({code, scopes}) => code === 4711 || ((code === 200 || code === 4700) && scopes.length > 0),
    problem: ({scopes}) => ({kind: 'missing-scope', scopes}),
  },
  {
    // `Account does not enabled REST API.` is the end of a JWT app, `Invalid api key or secret.` of a wrong grant.
    applies: ({status, code, message, oauthError}) =>
      status === 401 ||
      code === 124 ||
      code === 4700 ||
      oauthError !== undefined ||
      (code === 200 && /not enabled? REST API|invalid api key or secret/i.test(message)),
    problem: ({because}) => ({kind: 'unauthorized', ...(because !== undefined && {because})}),
  },
  {
    applies: ({status}) => status === 403,
    problem: () => ({kind: 'forbidden'}),
  },
];

export function judgeExchange(exchange: Exchange, now: number): Verdict {
  if (exchange.kind === 'not-answered') {
    const fields = {cause: exchange.code};
    return {kind: 'failure', problem: problemWithoutAnswer(exchange.reason), retryAt: undefined, fields};
  }
  const {status, headers, content} = exchange;
  if (status >= 200 && status < 300) {
    if (content.kind === 'json') return {kind: 'success', json: content.value};
    const detail = content.kind === 'too-large' ? 'too-large' : 'not-json';
    return {kind: 'failure', problem: {kind: 'not-understood', detail}, retryAt: undefined, fields: {status}};
  }
  const refusal = describeRefusal(exchange);
  const row = REFUSALS.find(({applies}) => applies(refusal));
  return {
    kind: 'failure',
    problem: row?.problem(refusal, now) ?? {kind: 'refused', code: refusal.code},
    retryAt: readRetryTime(headers, now),
    fields: refusal.fields,
  };
}

function problemWithoutAnswer(
  reason: 'unreachable' | 'timeout' | 'blocked-address' | 'not-http',
): ZoomProblem {
  return reason === 'not-http' ? {kind: 'not-understood', detail: 'not-json'} : {kind: reason};
}
