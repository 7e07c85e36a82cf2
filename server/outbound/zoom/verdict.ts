import * as z from 'zod';
import type {SignInRefusal} from '../../core/domain/zoom-connection.js';
import type {ZoomProblem} from '../../core/domain/zoom-problem.js';
import {refusalInWords, SETTING_CODES} from '../../core/domain/zoom-refusal.js';
import {readRateLimit, readRetryTime} from './rate-limit.js';
import type {Answered, Exchange} from './transport.js';

/** What an exchange means. */
export type Verdict =
  /** `json`: `undefined` if Zoom only says that it is done. */
  | {kind: 'success'; json: unknown}
  | {
      kind: 'failure';
      problem: ZoomProblem;
      /** When Zoom wants to be asked again. */
      retryAt: number | undefined;
      /** For the log. */
      fields: Record<string, string | number>;
    };

export function judgeExchange(exchange: Exchange, now: number): Verdict {
  if (exchange.kind === 'not-answered') {
    const problem = problemOfSilence(exchange);
    return {kind: 'failure', problem, retryAt: undefined, fields: {cause: exchange.code}};
  }
  const {status, headers, content} = exchange;
  if (status >= 200 && status < 300) {
    if (content.kind === 'json') return {kind: 'success', json: content.value};
    if (content.kind === 'empty') return {kind: 'success', json: undefined};
    const detail = content.kind === 'too-large' ? 'too-large' : 'not-json';
    return {kind: 'failure', problem: {kind: 'not-understood', detail}, retryAt: undefined, fields: {status}};
  }
  const refusal = readRefusal(exchange);
  const {code, trackingId, errors} = refusal;
  return {
    kind: 'failure',
    problem: problemOf(refusal, now),
    retryAt: readRetryTime(headers, now),
    fields: {
      status,
      ...(code !== 0 && {code}),
      ...(errors.length > 0 && {field: errors.join(', ')}),
      ...(trackingId !== undefined && {trackingId}),
    },
  };
}

function problemOfSilence(exchange: Extract<Exchange, {kind: 'not-answered'}>): ZoomProblem {
  switch (exchange.reason) {
    case 'proxy': {
      const {proxy, because, status} = exchange;
      return {kind: 'proxy', proxy, because, ...(status !== undefined && {status})};
    }
    case 'certificate':
      return {kind: 'certificate', code: exchange.code};
    case 'not-http':
      return {kind: 'not-understood', detail: 'not-json'};
    default:
      return {kind: exchange.reason};
  }
}

/** An answer that is not a success, with what its body says as far as it can be understood. */
type Refusal = ErrorBody &
  Pick<Answered, 'status' | 'headers'> & {trackingId: string | undefined; isZooms: boolean};

/** What Zoom calls a field: `topic`, `settings.passcode`. */
const FIELD = /^[A-Za-z][\w.[\]-]{0,39}$/;
const MAX_FIELDS = 5;

/** The names of the fields that Zoom objects to; what it says of them may quote what people wrote. */
const objections = z
  .array(z.object({field: z.string().regex(FIELD).optional().catch(undefined)}))
  .transform((errors) => [...new Set(errors.flatMap(({field}) => field ?? []))].slice(0, MAX_FIELDS))
  .catch([]);

/**
 * `code`: Zoom's number, 0 when it gave none. `error`: the name that OAuth has for it (RFC 6749 §5.2); it and `reason`
 * come from the token endpoint alone.
 */
const errorBody = z.object({
  code: z.number().catch(0),
  message: z.string().catch(''),
  errors: objections,
  error: z.string().optional().catch(undefined),
  reason: z.string().optional().catch(undefined),
});
type ErrorBody = z.infer<typeof errorBody>;

/** `v=2.0;clid=us02;rid=WEB_…`, by which Zoom's support finds a request. */
const TRACKING_ID = /^(v=[\d.]{1,8};clid=\w{1,16};rid=)?\w{1,80}$/;

function readRefusal({status, headers, content}: Answered): Refusal {
  const body = errorBody.safeParse(content.kind === 'json' ? content.value : {});
  const trackingId = TRACKING_ID.exec(headers['x-zm-trackingid'] ?? '')?.[0];
  const said = body.success ? body.data : {code: 0, message: '', errors: []};
  return {...said, status, headers, trackingId, isZooms: isOfZoom(said, status, trackingId)};
}

const NOT_FOUND = 404;

/** How OAuth writes an error's name (RFC 6749 §5.2); others write a sentence into this field. */
const OAUTH_ERROR = /^[a-z]+(_[a-z]+)*$/;

/**
 * Zoom explains a refusal in JSON, with a code or a name, or its answer has a tracking id. A page that is not found is
 * at a wrong address, whoever it belongs to: what Zoom's API itself does not find has another code than the status.
 */
function isOfZoom(said: ErrorBody, status: number, trackingId: string | undefined): boolean {
  const {code, message, error, reason} = said;
  if (refusalInWords(code, message) !== undefined) return true;
  if (OAUTH_ERROR.test(error ?? '') || reason !== undefined) return true;
  if (status === NOT_FOUND) return code !== 0 && code !== NOT_FOUND;
  return code !== 0 || trackingId !== undefined;
}

/** Zoom's code for what breaks a rule. */
const INVALID = 300;

/** The first row that applies names the problem. Codes: https://developers.zoom.us/docs/api/errors/ */
const PROBLEMS: readonly {
  applies: (refusal: Refusal) => boolean;
  problem: (refusal: Refusal, now: number) => ZoomProblem;
}[] = [
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
    applies: ({isZooms}) => !isZooms,
    problem: ({status}) => ({kind: 'not-zoom', status}),
  },
  {
    // 4711 says nothing else; 200 and 4700 are used for other things too, but then name no scopes.
    applies: ({code, message}) =>
      code === 4711 || ((code === 200 || code === 4700) && scopesIn(message).length > 0),
    problem: ({message}) => ({kind: 'missing-scope', scopes: scopesIn(message)}),
  },
  {
    applies: (refusal) => {
      const {status, code, error, reason} = refusal;
      const isOfTheTokenEndpoint = error !== undefined || reason !== undefined;
      const isAboutTheToken = status === 401 || code === 124 || code === 4700;
      return isAboutTheToken || isOfTheTokenEndpoint || refusalOf(refusal) !== undefined;
    },
    problem: (refusal) => {
      const because = refusalOf(refusal);
      return {kind: 'unauthorized', ...(because !== undefined && {because})};
    },
  },
  {
    applies: ({code}) => SETTING_CODES.includes(code),
    problem: ({code}) => ({kind: 'refused', code}),
  },
  {
    applies: ({status}) => status === 403,
    problem: () => ({kind: 'forbidden'}),
  },
  {
    applies: ({code, message}) => code === INVALID && refusalInWords(code, message) === undefined,
    problem: ({errors}) => ({kind: 'invalid', fields: errors}),
  },
];

function problemOf(refusal: Refusal, now: number): ZoomProblem {
  const row = PROBLEMS.find(({applies}) => applies(refusal));
  if (row !== undefined) return row.problem(refusal, now);
  const {code, message} = refusal;
  const because = refusalInWords(code, message);
  return {kind: 'refused', code, ...(because !== undefined && {because})};
}

/** What Zoom says to a JWT app now that they are switched off. */
const isDeadJwt = ({code, message}: ErrorBody): boolean =>
  code === 200 && /not enabled? REST API/i.test(message);

/** What the API says to a token from another kind of app. */
const isWrongGrant = ({code, message}: ErrorBody): boolean =>
  code === 200 && /invalid api key or secret/i.test(message);

/**
 * The numbers that Zoom's OAuth has for them; the API uses none of these for anything else.
 * https://developers.zoom.us/docs/integrations/oauth-error-messages/
 */
const BY_CODE: ReadonlyMap<number, SignInRefusal> = new Map([
  [4702, 'client'],
  [4704, 'client'],
  [4705, 'app-type'],
  [4706, 'client'],
  [4709, 'redirect'],
  [4717, 'app-disabled'],
  [4733, 'code'],
  [4734, 'code'],
  [4735, 'owner-gone'],
  [4737, 'revoked'],
  [4738, 'disabled'],
  [4740, 'revoked'],
  [4741, 'revoked'],
]);

/**
 * What it says in words, where it gives no number: most answers of the token endpoint have none. Its reason comes
 * before OAuth's name, which it uses loosely: `invalid_client` is also what a disabled app gets, and `invalid_request`
 * a refresh token that counts no more.
 */
const BY_WORDS: readonly {because: SignInRefusal; applies: (body: ErrorBody) => boolean}[] = [
  {because: 'owner-gone', applies: ({reason}) => /owner of the token/i.test(reason ?? '')},
  {because: 'disabled', applies: ({reason}) => /token (is|was|has been) disabled/i.test(reason ?? '')},
  {
    because: 'app-disabled',
    applies: ({reason, error}) =>
      error !== undefined && /disabled|deactivated|not (been )?activated/i.test(reason ?? ''),
  },
  {because: 'redirect', applies: ({reason}) => /redirect/i.test(reason ?? '')},
  {because: 'code', applies: ({reason}) => /auth(orization)? ?code/i.test(reason ?? '')},
  {because: 'revoked', applies: ({reason}) => /^invalid token\b/i.test(reason ?? '')},
  {
    because: 'app-type',
    applies: (body) =>
      body.error === 'unsupported_grant_type' || body.error === 'unauthorized_client' || isWrongGrant(body),
  },
  {because: 'client', applies: ({error}) => error === 'invalid_client'},
  {because: 'grant', applies: ({error}) => error === 'invalid_grant'},
  {because: 'request', applies: ({error}) => error === 'invalid_request'},
  {because: 'no-jwt', applies: isDeadJwt},
];

const refusalOf = (body: ErrorBody): SignInRefusal | undefined =>
  BY_CODE.get(body.code) ?? BY_WORDS.find(({applies}) => applies(body))?.because;

/** `…does not contain scopes:[meeting:write:meeting:admin, …]`, or each name between backticks. */
function scopesIn(message: string): string[] {
  const quoted = message.match(/\[[^\]]*\]|`[^`]*`/g) ?? [];
  return [...new Set(quoted.flatMap((part) => part.match(/[a-z_]+(:[a-z_]+)+/g) ?? []))].slice(0, 20);
}
