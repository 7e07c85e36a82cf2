import {inspect} from 'node:util';
import {SecretText} from '../../../../server/core/domain/secret-text.js';
import type {ZoomConnection} from '../../../../server/core/domain/zoom-connection.js';
import type {LogFields} from '../../../../server/core/ports/logger.js';
import {type Zoom, ZoomError} from '../../../../server/core/ports/zoom.js';
import {createZoom} from '../../../../server/outbound/zoom/create-zoom.js';
import {
  answerJson,
  type Behaviour,
  type FaultServer,
  startFaultServer,
} from '../../../support/fault-server.js';

export const START = Date.parse('2026-11-23T14:00:00Z');

export const serverToServer: ZoomConnection = {
  mode: 'server_to_server',
  accountId: 'acc-1',
  clientId: 'client-1',
  clientSecret: new SecretText('canary-client-secret'),
};

export const jwt: ZoomConnection = {
  mode: 'jwt',
  apiKey: 'key-1',
  apiSecret: new SecretText('canary-api-secret'),
};

export const goodToken = answerJson(200, {
  access_token: 'canary-token',
  token_type: 'bearer',
  expires_in: 3600,
});

/** The calls of the port that ask for something, as one table to run a case through each. */
export const CALLS: Record<
  Exclude<keyof Zoom, 'signIn'>,
  (zoom: Zoom, signal: AbortSignal) => Promise<unknown>
> = {
  findUser: (zoom, signal) => zoom.findUser('ana@example.org', signal),
  createMeeting: (zoom, signal) => zoom.createMeeting('user-1', 'Weekly', signal),
  meeting: (zoom, signal) => zoom.meeting('85512345678', signal),
  pastMeeting: (zoom, signal) => zoom.pastMeeting('uuid==', signal),
  startLink: (zoom, signal) => zoom.startLink('85512345678', signal),
};

/** Short pauses are over at once; deadlines pass only when the test says so. */
export function createImpatientClock() {
  let now = START;
  const deadlines = new Set<() => void>();
  const pauses: number[] = [];
  return {
    now: () => now,
    after: (ms: number, task: () => void) => {
      if (ms >= 10_000) {
        deadlines.add(task);
        return () => void deadlines.delete(task);
      }
      pauses.push(ms);
      const immediate = setImmediate(() => {
        now += ms;
        task();
      });
      return () => clearImmediate(immediate);
    },
    /** How long each pause would have been. */
    pauses,
    pass: (ms: number) => void (now += ms),
    expireDeadlines: () => deadlines.forEach((task) => task()),
    openDeadlines: () => deadlines.size,
  };
}

export interface ZoomUnderTest {
  zoom: Zoom;
  server: FaultServer;
  clock: ReturnType<typeof createImpatientClock>;
  /** Everything that was logged, as a console would print it. */
  log: string[];
}

/** Our client against a server whose token endpoint and API behave as told. */
export async function startZoomUnderTest(options: {
  api: Behaviour;
  token?: Behaviour;
  connection?: ZoomConnection;
  allowInsecure?: boolean;
}): Promise<ZoomUnderTest> {
  const {api, token = goodToken, connection = serverToServer, allowInsecure = true} = options;
  const server = await startFaultServer((request, response) =>
    (request.url === '/oauth/token' ? token : api)(request, response),
  );
  const clock = createImpatientClock();
  const log: string[] = [];
  const line = (message: string, fields?: LogFields): void => void log.push(inspect({message, ...fields}));
  const zoom = createZoom({
    connection,
    addresses: {webUrl: server.url, apiUrl: `${server.url}/v2`, allowInsecure},
    clock,
    random: {bytes: (length) => new Uint8Array(length).fill(128)},
    logger: {debug: line, info: line, warn: line, error: line},
  });
  return {zoom, server, clock, log};
}

/** The error of a call that must fail. */
export async function errorOf(call: Promise<unknown>): Promise<ZoomError> {
  const answer = await call.catch((error: unknown) => error);
  if (answer instanceof ZoomError) return answer;
  throw new Error(`Expected a ZoomError, got ${inspect(answer)}`);
}

/** A signal that nobody aborts. */
export const noHurry = (): AbortSignal => new AbortController().signal;
