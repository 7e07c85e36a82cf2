import {afterEach, beforeEach, describe, expect, it} from '@jest/globals';
import {API_ROUTES, type ApiRouteName} from '../../../sandbox/zoom/api/routes.js';
import {endpointOf} from '../../../server/core/ports/zoom/operation-endpoint.js';
import {OPERATION_NAMES, operations} from '../../../server/core/ports/zoom/operations.js';
import {createClient} from '../../../server/outbound/zoom/create-client.js';
import {connectToSimulator} from './connect-to-simulator.js';
import {CASES, fillZoom, type Known} from './operation-cases.js';
import {type SimulatorUnderTest, startSimulatorUnderTest} from './simulator-under-test.js';

const {signal} = new AbortController();

let under: SimulatorUnderTest;
let known: Known;
beforeEach(async () => {
  under = await startSimulatorUnderTest();
  known = fillZoom(under.simulator);
});
afterEach(() => under.simulator.close());

describe.each(OPERATION_NAMES)('The operation %s', (name) => {
  const row = operations[name];
  const {input, answer} = CASES[name];

  it('means the same to us and to Zoom, with no other scope, and counts by the same limit', async () => {
    if (name === 'endMeeting') under.simulator.startMeeting(known.meetingId);
    under.simulator.changeAccount({scopes: [`${row.scopes.granular}:admin`]});
    const client = createClient(connectToSimulator(under, 'server_to_server').deps);
    const subject = {kind: 'host', userId: 'ana', zoomUserId: known.userId} as const;
    const endpoint = endpointOf(row);
    expect(await client.call({name, row: endpoint, subject, signal}, {...input(known)})).toMatchObject(
      answer,
    );
    const route = API_ROUTES[under.simulator.requests.at(-1)?.route as ApiRouteName];
    expect([route.label, route.scopes]).toEqual([row.rate, expect.arrayContaining([row.scopes.granular])]);
  });
});
