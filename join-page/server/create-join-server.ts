import type {Entry, JoinableMeeting, JoinLinkAnswer} from '../../contract/join-page.js';
import type {Failure} from '../machine/event.js';
import type {Who} from '../machine/state.js';
import type {Timer} from '../timer.js';
import {readEntry, readLink, readMeeting, readRefusal} from './read-answers.js';

/** Longer than the server gives itself to ask Zoom. */
const PATIENCE_MS = 30_000;

export type Answer<Value> = {kind: 'answer'; value: Value} | Failure;

/** What the page asks its server. Nothing rejects. */
export interface JoinServer {
  meeting: (signal: AbortSignal) => Promise<Answer<JoinableMeeting>>;
  entry: (who: Who, signal: AbortSignal) => Promise<Answer<Entry>>;
  link: (signal: AbortSignal) => Promise<Answer<JoinLinkAnswer>>;
}

/** The part of `fetch` that we use. */
export type Fetch = (
  address: string,
  init: {
    method: 'GET' | 'POST';
    headers?: Record<string, string>;
    body?: string;
    credentials: 'omit';
    cache: 'no-store';
    redirect: 'error';
    signal: AbortSignal;
  },
) => Promise<Response>;

interface JoinServerDeps {
  /** Of the page itself, with the pass and without a query. */
  address: string;
  language: string;
  fetch: Fetch;
  timer: Timer;
}

export function createJoinServer({address, language, fetch, timer}: JoinServerDeps): JoinServer {
  const ask = async <Value>(
    {path, body, read}: {path: string; body?: object; read: (body: unknown) => Value | undefined},
    signal: AbortSignal,
  ): Promise<Answer<Value>> => {
    const patience = new AbortController();
    const giveUp = (): void => patience.abort();
    signal.addEventListener('abort', giveUp);
    const cancel = timer(PATIENCE_MS, giveUp);
    try {
      const response = await fetch(`${address}/${path}?lang=${encodeURIComponent(language)}`, {
        method: body === undefined ? 'GET' : 'POST',
        ...(body !== undefined && {
          body: JSON.stringify(body),
          headers: {'Content-Type': 'application/json'},
        }),
        // A cookie of whatever else lives on this host is none of ours.
        credentials: 'omit',
        cache: 'no-store',
        redirect: 'error',
        signal: patience.signal,
      });
      return await readResponse(response, read);
    } catch {
      return {kind: 'offline'};
    } finally {
      cancel();
      signal.removeEventListener('abort', giveUp);
    }
  };
  return {
    meeting: (signal) => ask({path: 'meeting', read: readMeeting}, signal),
    entry: ({name, email}, signal) =>
      ask({path: 'entries', body: {name, ...(email !== '' && {email})}, read: readEntry}, signal),
    link: (signal) => ask({path: 'links', body: {}, read: readLink}, signal),
  };
}

async function readResponse<Value>(
  response: Response,
  read: (body: unknown) => Value | undefined,
): Promise<Answer<Value>> {
  const text = await response.text();
  const body = parsed(text);
  if (response.ok) {
    const value = read(body);
    return value === undefined ? {kind: 'trouble', status: response.status} : {kind: 'answer', value};
  }
  const refusal = readRefusal(body, response.headers.get('Retry-After'));
  return refusal === undefined ? {kind: 'trouble', status: response.status} : {kind: 'refused', refusal};
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A page of a proxy's, for example: whoever reads it finds none of our fields.
    return undefined;
  }
}
