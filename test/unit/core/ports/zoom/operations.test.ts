import {describe, expect, it} from '@jest/globals';
import * as z from 'zod';
import {hasCode} from '../../../../../server/core/ports/port-error.js';
import {hostOf} from '../../../../../server/core/ports/zoom/host-of.js';
import {endpointOf, withWindow} from '../../../../../server/core/ports/zoom/operation-endpoint.js';
import type {Operation} from '../../../../../server/core/ports/zoom/operation.js';
import {operations} from '../../../../../server/core/ports/zoom/operations.js';

/** The names of all properties in a JSON schema, however deep. */
const propertiesIn = (schema: unknown): string[] =>
  typeof schema !== 'object' || schema === null
    ? []
    : Object.entries(schema).flatMap(([key, value]) => [
        ...(key === 'properties' ? Object.keys(value as object) : []),
        ...propertiesIn(value),
      ]);

/** As Zoom calls what signs somebody in, or lets them in where a passcode does not. */
const SECRET =
  /start_url|zak|token(?<!next_page_token)|secret|host_key|h323|pstn|encrypted_password|file_url|personal_meeting_url/;

describe.each(Object.entries<Operation>(operations))('The operation %s', (_name, operation) => {
  const {method, path, params, query, body, answer, of, scopes, uuids = []} = operation;
  const answered = z.toJSONSchema(answer, {io: 'output'});

  it('O-21 has an answer that can be described, and in which no secret has a field', () => {
    expect(propertiesIn(answered).filter((name) => SECRET.test(name))).toEqual([]);
  });

  it('has every parameter of its path, and each parameter in one place', () => {
    const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    expect(Object.keys(params.shape)).toEqual(named);
    expect(named).toEqual(expect.arrayContaining([...uuids]));
    const all = [params, query, body].flatMap(({shape}) => Object.keys(shape));
    expect(all).toEqual([...new Set(all)]);
    expect(() => [params, query, body].map((part) => z.toJSONSchema(part, {io: 'input'}))).not.toThrow();
    if (method === 'GET') expect(body.shape).toEqual({});
  });

  it('says whose it is by what is there to see', () => {
    const needed = {user: 'userId', meeting: 'meetingId', webinar: 'webinarId', past: 'meetingId'};
    if (of in needed) expect(params.shape).toHaveProperty(needed[of as keyof typeof needed]);
    if (of === 'answer') expect(propertiesIn(answered).join(' ')).toMatch(/\b(meeting_)?host_id\b/);
  });

  it('is a page of a list where it can be asked for the next one, and leads there', () => {
    const isList = 'next_page_token' in query.shape;
    expect(propertiesIn(answered).includes('next_page_token')).toBe(isList);
    if (!isList) return;
    const asked = endpointOf({...operation, query}).query?.({page_size: '50', next_page_token: 'next'});
    expect(asked).toMatchObject({page_size: 50, next_page_token: 'next'});
    expect(answer.parse({next_page_token: 'more'})).toMatchObject({next_page_token: 'more'});
    expect(answer.parse({next_page_token: ''})).not.toHaveProperty('next_page_token', '');
  });

  it('needs a scope for the caller alone, from which that for the whole account follows', () => {
    expect([scopes.granular, ...scopes.classic].filter((scope) => scope.endsWith(':admin'))).toEqual([]);
  });
});

const meeting = endpointOf(operations.createMeeting);
const change = endpointOf(operations.updateMeeting);
const broken = (ask: () => unknown): readonly string[] => {
  try {
    ask();
  } catch (error) {
    if (hasCode(error, 'zoom-trouble') && error.details.problem.kind === 'invalid')
      return error.details.problem.fields;
  }
  return [];
};

describe('A meeting that is scheduled', () => {
  it('has a number of its own unless the personal room is asked for, and everything else as in Zoom', () => {
    expect(meeting.body?.({topic: 'Plans'})).toEqual({topic: 'Plans', type: 2, settings: {use_pmi: false}});
    const settings = {use_pmi: true, waiting_room: true};
    expect(meeting.body?.({topic: 'Plans', settings})).toMatchObject({settings});
  });

  it('changes in nothing but what is named', () => {
    expect(change.body?.({meetingId: '85512345678', topic: 'Other', unknown: 1})).toEqual({topic: 'Other'});
  });

  it('goes to whoever asks as Zoom calls them, and to others by their name', () => {
    expect(meeting.path({userId: 'me'}, 'zoom-ana')).toEqual(['users', 'zoom-ana', 'meetings']);
    expect(meeting.path({userId: 'ben@example.org'}, 'zoom-ana')).toEqual([
      'users',
      'ben@example.org',
      'meetings',
    ]);
  });

  it.each([
    [{topic: ''}, 'topic'],
    [{topic: 'x'.repeat(201)}, 'topic'],
    [{agenda: 'x'.repeat(2001)}, 'agenda'],
    [{type: 4}, 'type'],
    [{start_time: '2026-11-24 09:00'}, 'start_time'],
    [{start_time: '2026-02-30T09:00:00Z'}, 'start_time'],
    [{duration: 0}, 'duration'],
    [{duration: 1441}, 'duration'],
    [{timezone: '../etc'}, 'timezone'],
    [{password: 'eleven-long'}, 'password'],
    [{recurrence: {type: 4}}, 'recurrence.type'],
    [{recurrence: {type: 2, weekly_days: '1,8'}}, 'recurrence.weekly_days'],
    [{recurrence: {type: 1, end_times: 61}}, 'recurrence.end_times'],
    [{settings: {auto_recording: 'everything'}}, 'settings.auto_recording'],
    [{settings: {jbh_time: 7}}, 'settings.jbh_time'],
  ])('is not sent with %j, and the field is named', (wrong, field) => {
    expect(broken(() => meeting.body?.({topic: 'Plans', ...wrong}))).toEqual([field]);
  });
});

describe('What is asked about days', () => {
  const {query} = endpointOf(operations.listUsersRecordings);

  it('is cut to what Zoom answers for, and the answer says which days', () => {
    const input = {userId: 'me', from: '2026-01-31', to: '2026-12-31'};
    expect(query?.(input)).toEqual({from: '2026-01-31', to: '2026-02-28'});
    const days = {from: '2026-01-31', to: '2026-02-28'};
    expect(withWindow(operations.listUsersRecordings, input, {meetings: []})).toEqual({
      ...days,
      meetings: [],
    });
    const told = {from: '2026-02-01', to: '2026-02-10', meetings: []};
    expect(withWindow(operations.listUsersRecordings, input, told)).toEqual(told);
  });

  it('is not sent where it ends before it begins, or names no day', () => {
    expect(broken(() => query?.({from: '2026-02-01', to: '2026-01-01'}))).toEqual(['to']);
    expect(broken(() => query?.({from: '2026-02-30'}))).toEqual(['from']);
    expect(broken(() => query?.({from: '1026-02-01'}))).toEqual(['from']);
  });
});

it('Whom an answer names as host is read from either of Zoom’s names', () => {
  expect([hostOf({host_id: 'a'}), hostOf({meeting_host_id: 'b'}), hostOf({}), hostOf(undefined)]).toEqual([
    'a',
    'b',
    undefined,
    undefined,
  ]);
});
