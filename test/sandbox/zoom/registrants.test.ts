import {afterEach, beforeEach, describe, expect, it} from '@jest/globals';
import type {GatheringSettings} from '../../../sandbox/zoom/state/gathering.js';
import type {AnyGathering} from '../../../sandbox/zoom/state/records.js';
import {grantAllScopes} from './grant-all-scopes.js';
import {type SimulatorUnderTest, startSimulatorUnderTest} from './simulator-under-test.js';
import {listenToNobody} from './told.js';

let under: SimulatorUnderTest;
let hostId: string;

beforeEach(async () => {
  under = await startSimulatorUnderTest();
  grantAllScopes(under.simulator);
  hostId = under.simulator.addUser({email: 'ana@example.org'}).id;
});
afterEach(() => under.simulator.close());

const ben = {email: 'ben@example.org', first_name: 'Ben', last_name: 'Okafor', org: 'Example'};

describe.each([
  ['meetings', (settings: GatheringSettings) => under.simulator.addMeeting({hostId, type: 2, settings})],
  ['webinars', (settings: GatheringSettings) => under.simulator.addWebinar({hostId, settings})],
] as const)('Registering for %s', (kind, add: (settings: GatheringSettings) => AnyGathering) => {
  const path = ({number}: AnyGathering): string => `/${kind}/${number}/registrants`;
  const register = (gathering: AnyGathering, body: object = ben) =>
    under.ask(path(gathering), {method: 'POST', body});
  const registered = async (gathering: AnyGathering, status = '') =>
    ((await under.ask(`${path(gathering)}?status=${status}`)).json as {registrants: object[]}).registrants;

  it('gives everybody a link of their own, and the same registrant for the same address', async () => {
    const gathering = add({approval_type: 0});
    const first = await register(gathering);
    expect(first).toMatchObject({
      status: 201,
      json: {
        id: gathering.number,
        topic: gathering.topic,
        registrant_id: expect.any(String),
        join_url: expect.stringMatching(/\/w\/\d{11}\?tk=.+/),
      },
    });
    expect((await register(gathering, {...ben, email: 'BEN@example.org'})).json).toEqual(first.json);
    const other = await register(gathering, {...ben, email: 'zoe@example.org'});
    expect((other.json as {join_url: string}).join_url).not.toBe((first.json as {join_url: string}).join_url);
    expect(await registered(gathering, 'approved')).toMatchObject([
      {email: 'ben@example.org', first_name: 'Ben', org: 'Example', city: '', status: 'approved'},
      {email: 'zoe@example.org'},
    ]);
  });

  it('waits for the host where the host wants to approve', async () => {
    const gathering = add({approval_type: 1});
    expect((await register(gathering)).json).not.toHaveProperty('join_url');
    expect(await registered(gathering, 'approved')).toEqual([]);
    const [waiting] = await registered(gathering, 'pending');
    expect(waiting).toMatchObject({email: 'ben@example.org', status: 'pending'});
    expect(waiting).not.toHaveProperty('join_url');
    under.simulator.decide(gathering.number, 'ben@example.org', 'approved');
    expect(await registered(gathering, 'approved')).toMatchObject([{join_url: expect.any(String)}]);
  });

  it('is refused where nobody has to, where it is full, and where it is not there', async () => {
    const open = add({});
    expect(await register(open)).toMatchObject({status: 400, json: {code: 300}});
    expect(await under.ask(path(open))).toMatchObject({status: 400, json: {code: 300}});
    const full = add({approval_type: 0});
    full.capacity = 0;
    expect(await register(full)).toMatchObject({status: 400, json: {code: 3043}});
    under.simulator.deleteMeeting(full.number);
    expect(await register(full)).toMatchObject({status: 404, json: {code: 1001}});
    expect(await under.ask(path(full))).toMatchObject({status: 404, json: {code: 3001}});
  });

  it('can be done three times a day for one address', async () => {
    const gathering = add({approval_type: 0});
    for (let time = 0; time < 3; time += 1) expect((await register(gathering)).status).toBe(201);
    expect(await register(gathering)).toMatchObject({status: 429, json: {code: 429}});
    expect((await register(gathering, {...ben, email: 'zoe@example.org'})).status).toBe(201);
  });

  it('names the field that is wrong', async () => {
    expect(await register(add({approval_type: 0}), {email: 'nobody', first_name: ''})).toMatchObject({
      status: 400,
      json: {code: 300, errors: [{field: 'email'}, {field: 'first_name'}]},
    });
  });

  it('is told of, with the number as a number', async () => {
    await listenToNobody(under.simulator);
    const gathering = add({approval_type: 0});
    under.simulator.register(gathering.number, {email: 'ben@example.org', firstName: 'Ben'});
    const {event, payload} = JSON.parse(under.simulator.deliveries.at(-1)?.body ?? '') as {
      event: string;
      payload: object;
    };
    expect(event).toBe(`${kind.slice(0, -1)}.registration_created`);
    expect(payload).toMatchObject({
      object: {
        id: gathering.number,
        registrant: {email: 'ben@example.org', status: 'approved', join_url: expect.stringContaining('/w/')},
      },
    });
  });

  it('leads from an address of its own, and back to the page of it', async () => {
    const gathering = add({approval_type: 0});
    const {registration_url: address} = (await under.ask(`/${kind}/${gathering.number}`)).json as {
      registration_url: string;
    };
    const answer = await fetch(address, {redirect: 'manual'});
    expect(answer.headers.get('location')).toBe(`/j/${gathering.number}`);
  });
});
