import {inspect} from 'node:util';
import {readSettings} from '../../../../server/core/domain/settings.js';
import type {ZoomConnection} from '../../../../server/core/domain/zoom-connection.js';
import type {ZoomSubject} from '../../../../server/core/domain/zoom-subject.js';
import type {LogFields} from '../../../../server/core/ports/logger.js';
import {hasCode, type PortError} from '../../../../server/core/ports/port-error.js';
import type {CallName} from '../../../../server/core/ports/zoom/calls.js';
import type {Zoom} from '../../../../server/core/ports/zoom.js';
import {createZoom} from '../../../../server/outbound/zoom/create-zoom.js';
import type {Metrics} from '../../../../server/core/ports/metrics.js';
import {createMetrics} from '../../../../server/hosts/metrics/create-metrics.js';
import {
  answerJson,
  type Behaviour,
  type FaultServer,
  startFaultServer,
} from '../../../support/fault-server.js';
import {noConsents} from '../../../support/no-consents.js';
import {noProxy} from '../../../support/no-proxy.js';

export const START = Date.parse('2026-11-23T14:00:00Z');

/** As an administrator would set it up. */
function connected(stored: Record<string, string>): ZoomConnection {
  const {zoom} = readSettings(stored);
  if (zoom === undefined) throw new Error('These settings lack something');
  return zoom.connection;
}

export const serverToServer = connected({
  AccountID: 'acc-1',
  OAuthClientID: 'client-1',
  OAuthClientSecret: 'canary-client-secret',
});

export const jwt = connected({ConnectionMode: 'jwt', APIKey: 'key-1', APISecret: 'canary-api-secret'});

export const personAt = (email: string): ZoomSubject => ({kind: 'person', userId: 'ana', email});
export const hostWith = (zoomUserId: string): ZoomSubject => ({kind: 'host', userId: 'ana', zoomUserId});

export const goodToken = answerJson(200, {
  access_token: 'canary-token',
  token_type: 'bearer',
  expires_in: 3600,
});

/** Every call of the port, as one table to run a case through each. */
export const CALLS: Record<CallName, (zoom: Zoom, signal: AbortSignal) => Promise<unknown>> = {
  findUser: (zoom, signal) => zoom.as(personAt('ana@example.org'), signal).findUser(),
  createMeeting: (zoom, signal) => zoom.as(hostWith('user-1'), signal).createMeeting({topic: 'Weekly'}),
  meeting: (zoom, signal) => zoom.as(hostWith('user-1'), signal).meeting('85512345678'),
  personalMeeting: (zoom, signal) => zoom.as(hostWith('user-1'), signal).personalMeeting('1234567890'),
  pastMeeting: (zoom, signal) => zoom.as(hostWith('user-1'), signal).pastMeeting('uuid=='),
  pastParticipants: (zoom, signal) => zoom.as(hostWith('user-1'), signal).pastParticipants('uuid=='),
  startLink: (zoom, signal) => zoom.as(hostWith('user-1'), signal).startLink('85512345678'),
  webinarStartLink: (zoom, signal) => zoom.as(hostWith('user-1'), signal).webinarStartLink('85512345678'),
  endWebinar: (zoom, signal) => zoom.as(hostWith('user-1'), signal).endWebinar('85512345678'),
  endMeeting: (zoom, signal) => zoom.as(hostWith('user-1'), signal).endMeeting('85512345678'),
  deleteMeeting: (zoom, signal) => zoom.as(hostWith('user-1'), signal).deleteMeeting('85512345678'),
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
  metrics: Metrics;
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
  const metrics = createMetrics('plugin');
  const zoom = createZoom({
    connection,
    addresses: {webUrl: server.url, apiUrl: `${server.url}/v2`, allowInsecure},
    clock,
    findProxy: noProxy,
    consents: noConsents,
    random: {bytes: (length) => new Uint8Array(length).fill(128)},
    logger: {debug: line, info: line, warn: line, error: line},
    metrics,
  });
  return {zoom, server, clock, log, metrics};
}

/** What a call tells that must fail. */
export async function errorOf(call: Promise<unknown>): Promise<PortError<'zoom-trouble'>['details']> {
  const answer = await call.catch((error: unknown) => error);
  if (hasCode(answer, 'zoom-trouble')) return answer.details;
  throw new Error(`Expected trouble with Zoom, got ${inspect(answer)}`);
}

/** A signal that nobody aborts. */
export const noHurry = (): AbortSignal => new AbortController().signal;
