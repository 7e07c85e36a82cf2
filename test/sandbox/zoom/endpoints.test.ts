import {afterEach, beforeEach, describe, expect, it} from '@jest/globals';
import * as z from 'zod';
import {API_ROUTES, type ApiRouteName} from '../../../sandbox/zoom/api/routes.js';
import type {SimulatedMeeting} from '../../../sandbox/zoom/state/records.js';
import {hasCode} from '../../../server/core/ports/port-error.js';
import {meetingNumber, noAnswer} from '../../../server/core/ports/zoom/answer-fields.js';
import type {CallName} from '../../../server/core/ports/zoom/calls.js';
import type {Endpoint, ListEndpoint, LookupEndpoint} from '../../../server/core/ports/zoom/endpoint.js';
import {endpoints} from '../../../server/core/ports/zoom/endpoints.js';
import {createClient} from '../../../server/outbound/zoom/create-client.js';
import {CALLS, errorOf} from '../../unit/outbound/zoom/zoom-under-test.js';
import {connectToSimulator} from './connect-to-simulator.js';
import {type SimulatorUnderTest, startSimulatorUnderTest} from './simulator-under-test.js';

const {signal} = new AbortController();

const scopesOf = (granular: string): Endpoint<never, unknown>['scopes'] => ({granular, classic: []});

const {endMeeting} = endpoints;
/** With a query of which a part is not there. */
const deleteMeeting: LookupEndpoint<string, void> = {
  ...endpoints.deleteMeeting,
  query: () => ({cancel_meeting_reminder: false, occurrence_id: undefined}),
};
/** Rows as later features will write them. */
const renameMeeting: Endpoint<{number: string; topic: string}, void> = {
  method: 'PATCH',
  path: ({number}) => ['meetings', number],
  body: ({topic}) => ({topic}),
  answer: noAnswer,
  scopes: scopesOf('meeting:update:meeting'),
  rate: 'light',
};
const listMeetings: ListEndpoint<{search: string}, string> = {
  method: 'GET',
  path: (_filter, subject) => ['users', subject, 'meetings'],
  query: ({search}) => ({search, page_size: 2}),
  answer: z
    .object({meetings: z.array(z.object({id: meetingNumber}))})
    .transform(({meetings}) => meetings.map(({id}) => id)),
  pages: 4,
  scopes: scopesOf('meeting:read:list_meetings'),
  rate: 'medium',
};
const ROWS = {renameMeeting, listMeetings};

let under: SimulatorUnderTest;
let hostId: string;
beforeEach(async () => {
  under = await startSimulatorUnderTest();
  hostId = under.simulator.addUser({email: 'ana@example.org'}).id;
  under.simulator.changeAccount({
    scopes: Object.values({...endpoints, ...ROWS}).map(({scopes}) => `${scopes.granular}:admin`),
  });
});
afterEach(() => under.simulator.close());

function call<Input, Answer>(row: Endpoint<Input, Answer>, input: Input): Promise<Answer | undefined> {
  const client = createClient(connectToSimulator(under, 'server_to_server').deps);
  const subject = {kind: 'host', userId: 'ana', zoomUserId: hostId} as const;
  return client.call({name: 'row', row, subject, signal}, input);
}
const addMeeting = (): SimulatedMeeting => under.simulator.addMeeting({hostId, type: 2});
const asked = (): string[] =>
  under.simulator.requests
    .filter(({route}) => route !== 'token')
    .map(({method, path}) => `${method} ${path.replace(hostId, 'HOST')}`);

describe.each(Object.keys(endpoints) as CallName[])('The row %s', (name) => {
  const {scopes, rate} = endpoints[name];

  it('names the scope without which Zoom refuses, and the limit by which it counts', async () => {
    under.simulator.changeAccount({scopes: []});
    const {zoom} = connectToSimulator(under, 'server_to_server');
    const {problem, logFields} = await errorOf(CALLS[name](zoom, signal));
    expect(problem).toEqual({kind: 'missing-scope', scopes: [scopes.granular, `${scopes.granular}:admin`]});
    expect(logFields).toMatchObject({endpoint: name, rate});
    const route = under.simulator.requests.at(-1)?.route as ApiRouteName;
    expect(API_ROUTES[route].label).toBe(rate);
  });

  it('needs no other scope', async () => {
    under.simulator.changeAccount({scopes: [`${scopes.granular}:admin`]});
    const {zoom} = connectToSimulator(under, 'server_to_server');
    const problem = await CALLS[name](zoom, signal).then(
      () => undefined,
      (error: unknown) => (hasCode(error, 'zoom-trouble') ? error.details.problem : error),
    );
    expect([undefined, {kind: 'refused', code: 1001}]).toContainEqual(problem);
  });
});

describe('A row that changes something', () => {
  it('takes an answer without a body for its word that it is done: PUT', async () => {
    const meeting = addMeeting();
    under.simulator.startMeeting(meeting.number);
    expect(await call(endMeeting, String(meeting.number))).toBe('ended');
    expect(meeting.status).toBe('waiting');
    expect(asked()).toEqual([`PUT /v2/meetings/${meeting.number}/status`]);
  });

  it('sends its body as JSON: PATCH', async () => {
    const meeting = addMeeting();
    await call(renameMeeting, {number: String(meeting.number), topic: 'Ünïted 🎉'});
    expect(meeting.topic).toBe('Ünïted 🎉');
  });

  it('sends its query without what is undefined: DELETE', async () => {
    const meeting = addMeeting();
    await call(deleteMeeting, String(meeting.number));
    expect(meeting.exists).toBe(false);
    expect(asked()).toEqual([`DELETE /v2/meetings/${meeting.number}?cancel_meeting_reminder=false`]);
  });

  it('fails where there is no such thing, unless its row says that this is no failure', async () => {
    await call(deleteMeeting, '1');
    const {problem} = await errorOf(call(renameMeeting, {number: '1', topic: 'x'}));
    expect(problem).toEqual({kind: 'refused', code: 3001});
  });

  it.each([
    ['update-meeting', () => call(renameMeeting, {number: '1', topic: 'x'})],
    ['set-meeting-status', () => call(endMeeting, '1')],
    ['delete-meeting', () => call(deleteMeeting, '1')],
  ] as const)('is not repeated when nobody knows whether it was done: %s', async (route, change) => {
    under.simulator.fault({route, times: 9, fault: {kind: 'reset'}});
    expect((await errorOf(change())).problem).toEqual({kind: 'unreachable'});
    expect(asked()).toHaveLength(1);
  });
});

describe('A row that is a list', () => {
  const list = (row = listMeetings): Promise<readonly string[] | undefined> =>
    call(row, {search: 'this & that'});
  const first = 'GET /v2/users/HOST/meetings?search=this%20%26%20that&page_size=2';

  it('is fetched page after page, in order, with the same query', async () => {
    const numbers = Array.from({length: 5}, () => String(addMeeting().number));
    expect(await list()).toEqual(numbers);
    expect(asked()).toEqual([
      first,
      expect.stringMatching(/&page_size=2&next_page_token=\w+(%3D)*$/),
      expect.stringMatching(/&page_size=2&next_page_token=\w+(%3D)*$/),
    ]);
  });

  it('is one request where it fits on one page, empty or not', async () => {
    expect(await list()).toEqual([]);
    addMeeting();
    expect(await list()).toHaveLength(1);
    expect(asked()).toEqual([first, first]);
  });

  it('ends at its bound, however many pages Zoom has', async () => {
    const numbers = Array.from({length: 7}, () => String(addMeeting().number));
    expect(await list({...listMeetings, pages: 2})).toEqual(numbers.slice(0, 4));
    expect(asked()).toHaveLength(2);
  });

  it('is no list at all when a page fails', async () => {
    Array.from({length: 3}, addMeeting);
    under.simulator.fault({
      route: 'list-meetings',
      skip: 1,
      fault: {kind: 'answer', status: 403, body: {code: 2306}},
    });
    expect((await errorOf(list())).problem).toEqual({kind: 'refused', code: 2306});
  });
});
