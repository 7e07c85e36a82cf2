import type {Clock} from '../../../core/ports/clock.js';
import {withDeadline} from '../../../lib/deadline.js';
import {parseJson} from '../../../lib/parse-json.js';
import {RestError} from './rest-error.js';

/** For one try. A person waits for 8 s at most. */
const DEADLINE_MS = 5_000;
const MAX_TRIES = 3;
const FIRST_BACK_OFF_MS = 100;
/** Mattermost may ask for longer pauses; nobody waits that long. */
const LONGEST_BACK_OFF_MS = 1_000;
const MAX_BODY_BYTES = 4 * 1024 * 1024;

/** What Mattermost's client hands to `fetch`. */
export interface RestRequest {
  method?: string;
  headers?: Record<string, string>;
  body?: string;
}

interface RestAnswer {
  response: Response;
  headers: Map<string, string>;
  data: unknown;
}

/**
 * One call of the REST API. Only what can be repeated without harm is repeated, after 429, 5xx and silence.
 * @throws RestError
 */
export async function sendRest(clock: Clock, target: string, request: RestRequest): Promise<RestAnswer> {
  const isSafe = ['get', 'put', 'head'].includes((request.method ?? 'get').toLowerCase());
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await sendOnce(clock, target, request);
    } catch (error) {
      if (!(error instanceof RestError)) throw error;
      const mayPass = error.status === undefined || error.status === 429 || error.status >= 500;
      if (!isSafe || !mayPass || attempt === MAX_TRIES) throw error;
      const wait = Math.min(LONGEST_BACK_OFF_MS, FIRST_BACK_OFF_MS * 4 ** attempt);
      await new Promise<void>((resolve) => void clock.after(wait, resolve));
    }
  }
}

async function sendOnce(clock: Clock, target: string, request: RestRequest): Promise<RestAnswer> {
  try {
    return await withDeadline(clock, DEADLINE_MS, async ({signal}) => {
      // A redirect would carry the token somewhere else.
      const response = await fetch(target, {...request, redirect: 'error', signal});
      const text = await readText(response);
      // What is not JSON, such as a proxy's page, is only its text.
      const json = parseJson(text);
      const data = json === undefined ? text : json;
      if (!response.ok) throw refusal(response.status, data);
      return {response, headers: new Map(response.headers), data};
    });
  } catch (error) {
    if (error instanceof RestError) throw error;
    throw new RestError(undefined, `Mattermost does not answer at ${new URL(target).origin}`, '', {
      cause: error,
    });
  }
}

async function readText({body}: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of (body ?? []) as AsyncIterable<Uint8Array>) {
    length += chunk.length;
    if (length > MAX_BODY_BYTES) throw new Error('The answer is too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

function refusal(status: number, data: unknown): RestError {
  const {message, id} = typeof data === 'object' && data !== null ? (data as Record<string, unknown>) : {};
  return new RestError(
    status,
    typeof message === 'string' && message !== '' ? message : `Mattermost answered with status ${status}`,
    typeof id === 'string' ? id : '',
  );
}
