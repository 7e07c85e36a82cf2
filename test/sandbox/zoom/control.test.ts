import {request as httpRequest} from 'node:http';
import {afterEach, beforeEach, expect, it} from '@jest/globals';
import {CONTROL_ROUTES} from '../../../sandbox/zoom/control/control-routes.js';
import {type SimulatorUnderTest, startSimulatorUnderTest} from './simulator-under-test.js';

let under: SimulatorUnderTest;
beforeEach(async () => {
  under = await startSimulatorUnderTest();
});
afterEach(() => under.simulator.close());

async function control(
  method: string,
  path: string,
  body?: object,
): Promise<{status: number; json: unknown}> {
  const response = await fetch(`${under.simulator.url}/simulator${path}`, {
    method,
    headers: {'Content-Type': 'application/json'},
    ...(body && {body: JSON.stringify(body)}),
  });
  return {status: response.status, json: await response.json()};
}

it('Another process can hold a whole meeting', async () => {
  const {json: user} = await control('POST', '/users', {email: 'ana@example.org', firstName: 'Ana'});
  const {json: meeting} = await control('POST', '/meetings', {hostId: (user as {id: string}).id, type: 2});
  const path = `/meetings/${(meeting as {number: number}).number}`;
  expect((await control('POST', `${path}/start`)).json).toMatchObject({status: 'started'});
  expect((await control('POST', `${path}/join`, {name: 'Ben'})).json).toMatchObject({name: 'Ben'});
  expect((await control('GET', '/state')).json).toMatchObject({
    meetings: [{participants: [{name: 'Ana'}, {name: 'Ben'}]}],
  });
  expect((await control('POST', `${path}/leave`, {who: 'Ben'})).status).toBe(200);
  expect((await control('POST', `${path}/end`)).json).toMatchObject({status: 'waiting', past: [{}]});
});

it('It can let people wait, in, out, to breakout rooms and under other names', async () => {
  const {simulator} = under;
  const host = simulator.addUser({email: 'ana@example.org', firstName: 'Ana'});
  const meeting = simulator.addMeeting({hostId: host.id});
  const act = (what: string, body: object): Promise<unknown> =>
    control('POST', `/meetings/${meeting.number}/${what}`, body);
  simulator.startMeeting(meeting.number);
  await control('PATCH', `/meetings/${meeting.number}`, {waitingRoom: true});
  await act('join', {phoneNumber: '+1 646 555 0123', device: 'phone'});
  const who = meeting.waiting[0]?.id ?? '';
  await act('rename', {who, name: 'Zoe'});
  await act('admit', {who});
  await act('move', {who, room: 'Room 1'});
  expect(meeting.participants[1]).toMatchObject({name: 'Zoe', room: 'Room 1'});
  await act('move', {who});
  expect(meeting.participants[1]).toMatchObject({where: 'meeting'});
  await act('put-back', {who});
  expect((await control('GET', '/state')).json).toMatchObject({
    meetings: [{participants: [{name: 'Ana'}], waiting: [{name: 'Zoe'}]}],
  });
});

it('What cannot be done is refused with the reason', async () => {
  expect(await control('POST', '/meetings/1/start')).toEqual({
    status: 400,
    json: {error: 'There is no meeting 1.'},
  });
  expect((await control('POST', '/faults', {route: 'nowhere', fault: {kind: 'hang'}})).status).toBe(400);
  expect((await control('POST', '/subscription/validate')).json).toEqual({error: 'Nobody has subscribed.'});
});

it('Faults come and go, and tokens die', async () => {
  const {simulator} = under;
  const token = await under.signIn();
  await control('POST', '/faults', {route: '*', fault: {kind: 'answer', status: 500}, times: 9});
  expect((await under.ask('/users/x', {token})).status).toBe(500);
  await control('DELETE', '/faults');
  await control('DELETE', '/tokens');
  expect((await under.ask('/users/x', {token})).status).toBe(401);
  expect((await control('GET', '/requests')).json).toHaveLength(simulator.requests.length);
});

it('The app is made right again after every mistake in it, as another kind, too', async () => {
  const {account} = under.simulator;
  const {clientId, clientSecret, scopes} = account;
  const redirectUris = ['https://chat.example.org/complete'];
  await control('POST', '/app', {appType: 'general_user', redirectUris});
  expect(account).toMatchObject({appType: 'general_user', redirectUris, scopes});
  await control('POST', '/account', {
    redirectUris: [],
    scopes: [],
    isActivated: false,
    isPublished: true,
    isPreApproved: false,
    mayManageUsers: false,
  });
  await control('POST', '/app', {appType: 'general_admin'});
  expect(account).toMatchObject({
    appType: 'general_admin',
    clientId,
    clientSecret,
    redirectUris,
    scopes,
    isActivated: true,
    isPublished: false,
    isPreApproved: true,
    mayManageUsers: true,
  });
});

it('People come and go, consent, and take it back, and the tokens of what they allowed die', async () => {
  const {simulator} = under;
  await control('POST', '/account', {appType: 'general_user', redirectUris: ['https://chat.example.org/']});
  await control('POST', '/users', {email: 'ana@example.org', role: 'admin'});
  const {status, json} = await control('POST', '/users/ana@example.org/tokens');
  const {access_token: token} = json as {access_token: string};
  expect(status).toBe(200);
  expect((await under.ask('/users/me', {token})).json).toMatchObject({role_name: 'Admin'});
  expect((await control('GET', '/state')).json).toMatchObject({consents: [{status: 'connected'}]});
  expect(JSON.stringify(simulator.consents)).not.toContain(token);
  await control('PATCH', '/users/ana@example.org', {email: 'ana.lima@example.org'});
  expect((await under.ask('/users/me', {token})).json).toMatchObject({email: 'ana.lima@example.org'});
  await control('POST', '/tokens/expire');
  expect((await under.ask('/users/me', {token})).json).toMatchObject({message: 'Access token is expired.'});
  await control('DELETE', '/users/ana.lima@example.org/consent');
  expect(simulator.consents).toMatchObject([{status: 'revoked'}]);
  expect((await control('DELETE', '/users/ana.lima@example.org/consent')).json).toEqual({
    error: 'ana.lima@example.org has not added the app.',
  });
  await control('DELETE', '/users/ana.lima@example.org');
  expect((await control('DELETE', '/users/ana.lima@example.org')).json).toEqual({
    error: 'Zoom knows nobody as ana.lima@example.org.',
  });
});

it('A subscription and what goes wrong with it can be set', async () => {
  const url = `${under.simulator.url}/nowhere`;
  expect((await control('POST', '/subscription', {url})).json).toMatchObject({valid: false, status: 404});
  await control('POST', '/subscription', {url, shape: '2019'});
  await control('POST', '/webhook-faults', {kind: 'drop', forMs: 60_000});
  await control('DELETE', '/webhook-faults');
  await control('POST', '/webhook-faults', {kind: 'drop', event: 'meeting.started'});
  const {number} = under.simulator.addMeeting({hostId: 'somebody'});
  under.simulator.startMeeting(number);
  await under.simulator.webhooksSettled();
  expect((await control('GET', '/deliveries')).json).toMatchObject([
    {event: 'meeting.started', outcome: 'dropped'},
    {event: 'meeting.participant_joined', outcome: 'refused'},
  ]);
});

it('The app can be spoilt and mended, and nothing else of the account', async () => {
  const {account} = under.simulator;
  const {secretToken} = account;
  await control('POST', '/account', {isActivated: false, scopes: []});
  expect(account).toMatchObject({isActivated: false, scopes: [], appType: 'server_to_server'});
  expect((await control('POST', '/account', {secretToken: 'mine'})).status).toBe(400);
  expect(account.secretToken).toBe(secretToken);
});

it('No two rows are the same', () => {
  const names = CONTROL_ROUTES.map(({method, path}) => `${method} ${path}`);
  expect(new Set(names).size).toBe(names.length);
});

it('Another site can neither look nor press, by a name that leads here or from its own page', async () => {
  const {port, host} = new URL(under.simulator.url);
  const {json: user} = await control('POST', '/users', {email: 'ana@example.org'});
  const {json: made} = await control('POST', '/meetings', {hostId: (user as {id: string}).id, type: 2});
  const {number} = made as {number: number};
  const ask = (method: string, path: string, headers: Record<string, string>): Promise<number> =>
    new Promise((resolve, reject) => {
      httpRequest({host: '127.0.0.1', port, method, path, headers}, (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      })
        .on('error', reject)
        .end();
    });
  const press = `/simulator/meetings/${number}/start`;
  expect(await ask('GET', '/simulator/state', {Host: `evil.example:${port}`})).toBe(403);
  expect(await ask('GET', `/j/${number}`, {Host: `evil.example:${port}`})).toBe(403);
  expect(await ask('POST', press, {Host: host, Origin: 'https://evil.example'})).toBe(403);
  expect(await ask('POST', press, {Host: host, Origin: 'null'})).toBe(403);
  expect(under.simulator.meetings[0]).toMatchObject({status: 'waiting'});
  expect(await ask('GET', `/s/${number}`, {Host: `localhost:${port}`})).toBe(200);
  expect(await ask('POST', press, {Host: host, Origin: under.simulator.url})).toBe(200);
});
