import {afterEach, beforeEach, describe, expect, it} from '@jest/globals';
import type {Fault} from '../../../sandbox/zoom/faults/fault.js';
import {type SimulatorUnderTest, startSimulatorUnderTest} from './simulator-under-test.js';

let under: SimulatorUnderTest;
let create: () => ReturnType<SimulatorUnderTest['ask']>;

beforeEach(async () => {
  under = await startSimulatorUnderTest();
  const ana = under.simulator.addUser({email: 'ana@example.org'});
  create = () => under.ask(`/users/${ana.id}/meetings`, {method: 'POST', body: {type: 1, topic: 'Weekly'}});
});
afterEach(() => under.simulator.close());

const spoil = (fault: Fault) => under.simulator.fault({route: 'create-meeting', fault});

describe('A call of the API goes wrong', () => {
  it('by an answer of choice, and the meeting is not made', async () => {
    spoil({kind: 'answer', status: 503, body: {code: 5}, headers: {'Retry-After': '1'}});
    const answer = await create();
    expect(answer).toMatchObject({status: 503, json: {code: 5}});
    expect(answer.headers.get('retry-after')).toBe('1');
    expect(under.simulator.meetings).toEqual([]);
  });

  it('by an answer that is not JSON', async () => {
    spoil({kind: 'not-json'});
    await expect(create()).rejects.toThrow('not valid JSON');
  });

  it('by a redirect', async () => {
    spoil({kind: 'redirect', location: 'http://127.0.0.1:1/'});
    expect(await create().catch((error: Error) => error.name)).toBe('SyntaxError');
    expect(under.simulator.requests.at(-1)).toMatchObject({status: 302});
  });

  it('by other fields: an unsafe link, or none', async () => {
    spoil({kind: 'change', fields: {join_url: 'javascript:alert(1)'}});
    expect(await create()).toMatchObject({
      status: 201,
      json: {join_url: 'javascript:alert(1)', topic: 'Weekly'},
    });
    expect(under.simulator.meetings).toHaveLength(1);
  });

  it.each([
    ['before it is carried out', false, 0],
    ['when it has been carried out', true, 1],
  ])('by a reset %s', async (_when, afterwards, meetings) => {
    spoil({kind: 'reset', afterwards});
    await expect(create()).rejects.toThrow('fetch failed');
    expect(under.simulator.meetings).toHaveLength(meetings);
  });

  it('by hanging, until the simulator ends', async () => {
    spoil({kind: 'hang', afterwards: true});
    const call = create().catch((error: Error) => error.message);
    await under.simulator.waitForRequest(({route}) => route === 'create-meeting');
    await under.simulator.close();
    expect(await call).toBe('fetch failed');
  });

  it('by being slow, by the clock of the simulator', async () => {
    spoil({kind: 'slow', ms: 5000});
    const call = create();
    await under.clock.untilWaiting();
    under.clock.advance(5000);
    expect((await call).status).toBe(201);
  });

  it('by a body of many bytes', async () => {
    spoil({kind: 'huge', bytes: 5_000_000});
    await expect(create()).rejects.toThrow('JSON');
    expect(under.simulator.meetings).toEqual([]);
  });
});

describe('A fault', () => {
  it('skips calls, hits as many as it should, and no other route', async () => {
    const fault = {kind: 'answer', status: 500} as const;
    under.simulator.fault({route: 'create-meeting', fault, skip: 1, times: 2});
    const statuses = [];
    for (let call = 0; call < 4; call += 1) statuses.push((await create()).status);
    expect(statuses).toEqual([201, 500, 500, 201]);
    expect((await under.ask('/users/ana@example.org')).status).toBe(200);
  });

  it('is lifted', async () => {
    under.simulator.fault({route: '*', fault: {kind: 'hang'}, times: 100});
    under.simulator.liftFaults();
    expect((await create()).status).toBe(201);
  });
});
