import {randomBytes} from 'node:crypto';
import {createZoomSimulator} from '../../../sandbox/zoom/create-zoom-simulator.js';
import type {ZoomSimulator} from '../../../sandbox/zoom/zoom-simulator.js';
import {createManualClock, type ManualClock} from '../../support/manual-clock.js';

export interface SimulatorUnderTest {
  simulator: ZoomSimulator;
  clock: ManualClock;
  /** A new token, as the app gets it. */
  signIn(): Promise<string>;
  /** A call of the API; the answer's JSON is `undefined` where there is none. */
  ask(path: string, options?: AskOptions): Promise<{status: number; headers: Headers; json: unknown}>;
}

export interface AskOptions {
  token?: string;
  method?: string;
  body?: unknown;
}

export async function startSimulatorUnderTest(): Promise<SimulatorUnderTest> {
  const clock = createManualClock();
  const simulator = await createZoomSimulator({clock, random: {bytes: (length) => randomBytes(length)}});
  const signIn = async (): Promise<string> => {
    const answer = (await (await requestToken(simulator)).json()) as {access_token: string};
    return answer.access_token;
  };
  return {
    simulator,
    clock,
    signIn,
    ask: async (path, {token, method = 'GET', body} = {}) => {
      const response = await fetch(`${simulator.apiUrl}${path}`, {
        method,
        redirect: 'manual',
        headers: {
          Authorization: `Bearer ${token ?? (await signIn())}`,
          ...(body !== undefined && {'Content-Type': 'application/json'}),
        },
        ...(body !== undefined && {body: JSON.stringify(body)}),
      });
      const text = await response.text();
      return {
        status: response.status,
        headers: response.headers,
        json: text === '' ? undefined : (JSON.parse(text) as unknown),
      };
    },
  };
}

/** The token request of the app, with what is given changed. */
export function requestToken(
  {url, account}: ZoomSimulator,
  changes: {client?: string; form?: Record<string, string>} = {},
): Promise<Response> {
  const client = changes.client ?? `${account.clientId}:${account.clientSecret}`;
  return fetch(`${url}/oauth/token`, {
    method: 'POST',
    headers: {Authorization: `Basic ${Buffer.from(client).toString('base64')}`},
    body: new URLSearchParams({grant_type: 'account_credentials', account_id: account.id, ...changes.form}),
  });
}
