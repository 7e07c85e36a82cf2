import {z} from 'zod';
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
  const {code, message, error, reason}: z.infer<typeof errorBody> = body.success
    ? body.data
    : {code: 0, message: ''};
  const trackingId = TRACKING_ID.exec(headers['x-zm-trackingid'] ?? '')?.[0];
  return {
    status,
    headers,
    code,
    message,
    oauthError: error ?? reason,
    scopes: readScopes(message),
    fields: {status, ...(code !== 0 && {code}), ...(trackingId !== undefined && {trackingId})},
  };
}

/** `…does not contain scopes:[meeting:write:meeting:admin, …]`, or each name between backticks. */
function readScopes(message: string): string[] {
  const quoted = message.match(/\[[^\]]*\]|`[^`]*`/g) ?? [];
  return [...new Set(quoted.flatMap((part) => part.match(/[a-z_]+(:[a-z_]+)+/g) ?? []))].slice(0, 20);
}
