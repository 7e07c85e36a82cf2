import type {Clock} from '../../../core/ports/clock.js';
import {withDeadline} from '../../../lib/deadline.js';
import {parseJson} from '../../../lib/parse-json.js';
import type {HttpClient} from '../../../network/http-client.js';
import {RestError} from './rest-error.js';
import {noAnswer, notMattermost, refusal} from './rest-failure.js';

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
  body?: string | Uint8Array;
}

interface RestAnswer {
  response: {status: number; ok: boolean};
  headers: Map<string, string>;
  data: unknown;
}

interface RestDeps {
  clock: Clock;
  http: HttpClient;
}

/**
 * One call of the REST API. Only what can be repeated without harm is repeated, after 429, 5xx and silence.
 * @throws RestError
 */
export async function sendRest(deps: RestDeps, target: string, request: RestRequest): Promise<RestAnswer> {
  const isSafe = ['get', 'put', 'head'].includes((request.method ?? 'get').toLowerCase());
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await sendOnce(deps, target, request);
    } catch (error) {
      if (!(error instanceof RestError)) throw error;
      const mayPass = error.status === undefined || error.status === 429 || error.status >= 500;
      if (!isSafe || !mayPass || attempt === MAX_TRIES) throw error;
      const wait = Math.min(LONGEST_BACK_OFF_MS, FIRST_BACK_OFF_MS * 4 ** attempt);
      await new Promise<void>((resolve) => void deps.clock.after(wait, resolve));
    }
  }
}

async function sendOnce(
  {clock, http}: RestDeps,
  target: string,
  {method = 'get', headers = {}, body}: RestRequest,
): Promise<RestAnswer> {
  try {
    return await withDeadline(clock, DEADLINE_MS, async ({signal}) => {
      const answer = await http({
        url: target,
        method,
        headers,
        ...(body !== undefined && {data: Buffer.from(body)}),
        signal,
      });
      const {status} = answer;
      const text = await readText(answer.data);
      // What is not JSON, such as a proxy's page, is only its text.
      const json = parseJson(text);
      const data = json === undefined ? text : json;
      const ok = status >= 200 && status < 300;
      if (!ok) throw refusal(status, data, target);
      // A page of a web server that answers anything, or of a portal that wants somebody to sign in.
      if (typeof data === 'string' && /^\s*</.test(data)) throw notMattermost(target, status);
      return {response: {status, ok}, headers: namedHeaders(answer.headers), data};
    });
  } catch (error) {
    throw error instanceof RestError ? error : noAnswer(error, target);
  }
}

const namedHeaders = (headers: object): Map<string, string> =>
  new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]));

async function readText(body: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.length;
    if (length > MAX_BODY_BYTES) throw new Error('The answer is too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}
