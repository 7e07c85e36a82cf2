import {afterEach, expect, it} from '@jest/globals';
import {SecretText} from '../../../../server/core/domain/secret-text.js';
import type {ZoomSubject} from '../../../../server/core/domain/zoom-subject.js';
import type {Credentials} from '../../../../server/outbound/zoom/auth/credentials.js';
import {startDeadline} from '../../../../server/lib/deadline.js';
import {createSendAs} from '../../../../server/outbound/zoom/repeat.js';
import {answerJson} from '../../../support/fault-server.js';
import {
  createImpatientClock,
  hostWith,
  noHurry,
  personAt,
  startZoomUnderTest,
  type ZoomUnderTest,
} from './zoom-under-test.js';
import {zoomTrouble} from '../../../../server/core/ports/port-error.js';

let running: ZoomUnderTest | undefined;
afterEach(() => running?.server.close());

it('The person asked for is named in the path as the mode knows them', async () => {
  running = await startZoomUnderTest({api: answerJson(200, {id: 'user-1'})});
  const subjects: ZoomSubject[] = [personAt('ana+zoom@example.org'), hostWith('host-1'), {kind: 'server'}];
  for (const subject of subjects) await running.zoom.as(subject, noHurry()).findUser();
  expect(running.server.requests.slice(1)).toEqual([
    'GET /v2/users/ana%2Bzoom%40example.org',
    'GET /v2/users/host-1',
    'GET /v2/users/me',
  ]);
});

it('Each call is signed with the token of its subject, and only that one is given up when Zoom refuses it', async () => {
  const seen: string[] = [];
  const issued = new Map<string, number>();
  const nameOf = (subject: ZoomSubject): string => (subject.kind === 'server' ? 'server' : subject.userId);
  const perPerson: Credentials = {
    token: async (subject) => new SecretText(`${nameOf(subject)}-${issued.get(nameOf(subject)) ?? 1}`),
    scopes: async () => undefined,
    discard: (subject) => Boolean(issued.set(nameOf(subject), 2)),
  };
  const sendAs = createSendAs(async (sent) => {
    const token = sent.to === 'api' ? sent.bearer.reveal() : '';
    seen.push(token);
    if (token === 'ben-1') throw zoomTrouble({kind: 'unauthorized'});
    return undefined;
  }, perPerson);
  const deadline = startDeadline(createImpatientClock(), 10_000);
  const look = {log: {endpoint: 'row'}, method: 'GET', path: '/x'} as const;
  for (const userId of ['ana', 'ben', 'ana', 'ben']) {
    await sendAs({kind: 'person', userId, email: `${userId}@example.org`}, look, true, deadline);
  }
  expect(seen).toEqual(['ana-1', 'ben-1', 'ben-2', 'ana-1', 'ben-2']);
  deadline.end();
});
