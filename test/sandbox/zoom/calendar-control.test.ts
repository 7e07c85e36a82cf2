import {afterEach, beforeEach, expect, it} from '@jest/globals';
import {grantAllScopes} from './grant-all-scopes.js';
import {type SimulatorUnderTest, startSimulatorUnderTest} from './simulator-under-test.js';

let under: SimulatorUnderTest;
let hostId: string;
beforeEach(async () => {
  under = await startSimulatorUnderTest();
  grantAllScopes(under.simulator);
  hostId = under.simulator.addUser({email: 'ana@example.org', firstName: 'Ana'}).id;
});
afterEach(() => under.simulator.close());

async function control(method: string, path: string, body?: object): Promise<Record<string, unknown>> {
  const response = await fetch(`${under.simulator.url}/simulator${path}`, {
    method,
    headers: {'Content-Type': 'application/json'},
    ...(body && {body: JSON.stringify(body)}),
  });
  return (await response.json()) as Record<string, unknown>;
}

it('Another process can plan, change and delete, and have people register', async () => {
  const plan = {hostId, type: 8, startTime: under.clock.now(), recurrence: {type: 1, end_times: 2}};
  const {number, occurrences} = await control('POST', '/meetings', {...plan, settings: {approval_type: 1}});
  const path = `/meetings/${String(number)}`;
  expect(await control('PATCH', path, {topic: 'Other'})).toMatchObject({topic: 'Other'});
  const who = 'ben@example.org';
  expect(await control('POST', `${path}/register`, {email: who, firstName: 'Ben'})).toMatchObject({
    status: 'pending',
  });
  expect(await control('POST', `${path}/decide`, {who, status: 'approved'})).toMatchObject({
    status: 'approved',
  });
  const [first] = occurrences as {id: string}[];
  expect(await control('DELETE', path, {occurrence: first?.id})).toMatchObject({
    occurrences: [{status: 'deleted'}, {status: 'available'}],
  });
  expect(await control('DELETE', path)).toMatchObject({exists: false});
  expect(await control('PATCH', path, {topic: 'Late'})).toEqual({
    error: `There is no meeting ${String(number)}.`,
  });
});

it('It can hold a webinar, now and before', async () => {
  const {number} = await control('POST', '/webinars', {
    hostId,
    panelists: [{name: 'Ben', email: 'ben@example.org'}],
  });
  const path = `/webinars/${String(number)}`;
  await control('POST', `${path}/held`, {startedAt: 0, minutes: 30, people: ['Ana', 'Carla']});
  expect(await control('POST', `${path}/start`)).toMatchObject({status: 'started'});
  await control('POST', `${path}/attend`, {name: 'Guest'});
  await control('POST', `${path}/leave`, {who: 'Guest'});
  expect(await control('POST', `${path}/end`)).toMatchObject({
    past: [{stays: [{participant: {zoomUserId: hostId}}, {participant: {name: 'Carla'}}]}, {}],
  });
  expect(await control('GET', '/state')).toMatchObject({webinars: [{status: 'waiting'}]});
});

it('It can let Zoom keep summaries, calls and chats', async () => {
  const {number} = await control('POST', '/meetings', {hostId, type: 2});
  await control('POST', `/meetings/${String(number)}/held`, {startedAt: 0, minutes: 30, people: []});
  expect(await control('POST', `/meetings/${String(number)}/summary`, {title: 'Plans'})).toMatchObject({
    title: 'Plans',
  });
  expect(await control('POST', '/phone/recordings', {user: hostId})).toMatchObject({userId: hostId});
  const {id} = await control('POST', '/chat/channels', {name: 'Plans', members: ['ana@example.org']});
  expect(await control('POST', '/chat/messages', {sender: hostId, to: id, text: 'Hello'})).toMatchObject({
    to: id,
  });
  expect(await control('POST', '/chat/messages', {sender: hostId, to: 'nobody', text: 'x'})).toEqual({
    error: 'Zoom knows nobody as nobody.',
  });
});

it('It can fill a calendar with a thousand meetings, which are listed in pages', async () => {
  await control('POST', '/calendar', {hostId, count: 1000});
  const seen = new Set<number>();
  let token = '';
  let pages = 0;
  do {
    const query = `type=upcoming&page_size=300&next_page_token=${encodeURIComponent(token)}`;
    const {json} = await under.ask(`/users/${hostId}/meetings?${query}`);
    const page = json as {meetings: {id: number}[]; next_page_token: string};
    page.meetings.forEach(({id}) => seen.add(id));
    token = page.next_page_token;
    pages += 1;
  } while (token !== '');
  expect([seen.size, pages]).toEqual([1000, 4]);
});
