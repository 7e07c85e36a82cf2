import {describe, expect, it} from '@jest/globals';
import * as z from 'zod';
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

  it('needs a scope for the caller alone, from which that for the whole account follows', () => {
    expect([scopes.granular, ...scopes.classic].filter((scope) => scope.endsWith(':admin'))).toEqual([]);
  });
});
