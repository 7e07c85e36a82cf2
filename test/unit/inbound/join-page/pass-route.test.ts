import {beforeEach, describe, expect, it} from '@jest/globals';
import type {Request, Response} from 'express';
import * as z from 'zod';
import type {PassReading} from '../../../../server/core/usecases/read-pass.js';
import type {JoinLimits} from '../../../../server/inbound/join-page/join-limits.js';
import {passRoute} from '../../../../server/inbound/join-page/pass-route.js';
import {texts} from '../../../../server/messages/texts.js';
import {createRecordingLogger} from '../../../support/recording-logger.js';

const GOOD = 'good';

/** How often something was counted, by key. */
let counted: string[];
const count = (key: string): undefined => void counted.push(key);
const joinLimits: JoinLimits = {
  unknownPasses: {read: (_request, read) => read()},
  ofAddress: {spend: () => count('an address')},
  ofPass: {wait: () => undefined, spend: count},
  logLines: {wait: () => undefined, spend: () => undefined},
};
const pass = {number: '1', kind: 'meeting', topic: '', host: {userId: 'ana', zoomUserId: ''}} as const;
const readPass = async (token: string): Promise<PassReading> =>
  token === GOOD ? {kind: 'good', pass: {...pass, person: undefined}} : {kind: 'unknown'};

/** @returns the status of the answer to somebody who has this pass */
async function ask(token: string): Promise<number> {
  let answered = 0;
  const response = {
    set: () => response,
    type: () => response,
    status: (status: number) => ((answered = status), response),
    json: () => response,
  } as unknown as Response;
  const request = {
    params: {pass: token},
    query: {},
    body: Buffer.from('{}'),
    acceptsLanguages: () => 'en',
  } as unknown as Request;
  const deps = {readPass, joinLimits, texts, logger: createRecordingLogger()};
  const route = passRoute(
    {...deps, capabilities: {sessions: true}, siteUrl: 'https://chat.example.org'},
    {schema: z.object({}), cost: 'limited'},
    async () => ({json: {}}),
  );
  await route(request, response, () => undefined);
  return answered;
}

beforeEach(() => {
  counted = [];
});

describe('a route below a pass', () => {
  it('counts what a good pass is used for', async () => {
    expect(await ask(GOOD)).toBe(200);
    expect(counted).toEqual(['an address', GOOD]);
  });

  it('A-48 keeps in mind none of what strangers make up, and takes nothing from others at their address', async () => {
    for (const length of [43, 10_000]) expect(await ask('x'.repeat(length))).toBe(404);
    expect(counted).toEqual([]);
  });
});
