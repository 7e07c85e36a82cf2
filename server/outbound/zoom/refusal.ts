import {z} from 'zod';
import type {SignInRefusal} from '../../core/ports/zoom.js';
import type {Answered} from './transport/exchange.js';

/** An answer that is not a success, with what its body says as far as it can be understood. */
export interface Refusal {
  status: number;
  headers: Readonly<Record<string, string>>;
  /** Zoom's number, 0 when it gave none. */
  code: number;
  message: string;
  /** The error name of OAuth (RFC 6749 §5.2), or Zoom's `reason`: only the token endpoint gives them. */
  oauthError: string | undefined;
  /** Why the credentials were refused, where Zoom says so. */
  because: SignInRefusal | undefined;
  /** Scopes that the message names. */
  scopes: readonly string[];
  /** For the log. */
  fields: Record<string, string | number>;
}

/** `v=2.0;clid=us02;rid=WEB_…`, by which Zoom's support finds a request. */
const TRACKING_ID = /^(v=[\d.]{1,8};clid=\w{1,16};rid=)?\w{1,80}$/;

const errorBody = z.object({
  code: z.number().catch(0),
  message: z.string().catch(''),
  error: z.string().optional().catch(undefined),
  reason: z.string().optional().catch(undefined),
});

export function describeRefusal({status, headers, content}: Answered): Refusal {
  const body = errorBody.safeParse(content.kind === 'json' ? content.value : {});
  const {code, message, error, reason}: ErrorBody = body.success ? body.data : {code: 0, message: ''};
  const trackingId = TRACKING_ID.exec(headers['x-zm-trackingid'] ?? '')?.[0];
  return {
    status,
    headers,
    code,
    message,
    oauthError: error ?? reason,
    because: readSignInRefusal({code, message, error, reason}),
    scopes: readScopes(message),
    fields: {status, ...(code !== 0 && {code}), ...(trackingId !== undefined && {trackingId})},
  };
}

type ErrorBody = z.infer<typeof errorBody>;

/**
 * Codes: https://developers.zoom.us/docs/integrations/oauth/ (4702 and 4704 client, 4705 grant, 4717 disabled app).
 * `invalid_client` is also what a disabled app gets, and then the reason says so.
 */
const SIGN_IN_REFUSALS: readonly {because: SignInRefusal; applies: (body: ErrorBody) => boolean}[] = [
  {
    because: 'app-disabled',
    applies: ({code, reason, error}) =>
      code === 4717 ||
      (error !== undefined && /disabled|deactivated|not (been )?activated/i.test(reason ?? '')),
  },
  {
    because: 'app-type',
    applies: ({code, error, message}) =>
      code === 4705 ||
      error === 'unsupported_grant_type' ||
      error === 'unauthorized_client' ||
      (code === 200 && /invalid api key or secret/i.test(message)),
  },
  {
    because: 'client',
    applies: ({code, error}) => code === 4702 || code === 4704 || error === 'invalid_client',
  },
  {
    because: 'account',
    applies: ({error}) => error === 'invalid_grant' || error === 'invalid_request',
  },
  {
    because: 'no-jwt',
    applies: ({code, message}) => code === 200 && /not enabled? REST API/i.test(message),
  },
];

const readSignInRefusal = (body: ErrorBody): SignInRefusal | undefined =>
  SIGN_IN_REFUSALS.find(({applies}) => applies(body))?.because;

/** `…does not contain scopes:[meeting:write:meeting:admin, …]`, or each name between backticks. */
function readScopes(message: string): string[] {
  const quoted = message.match(/\[[^\]]*\]|`[^`]*`/g) ?? [];
  return [...new Set(quoted.flatMap((part) => part.match(/[a-z_]+(:[a-z_]+)+/g) ?? []))].slice(0, 20);
}
