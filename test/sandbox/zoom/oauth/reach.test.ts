import {afterEach, beforeEach, describe, expect, it} from '@jest/globals';
import type {SimulatedUser} from '../../../../sandbox/zoom/state/records.js';
import {type GeneralAppUnderTest, startGeneralApp} from './general-app-under-test.js';

let app: GeneralAppUnderTest;
let ben: SimulatedUser;
beforeEach(async () => {
  app = await startGeneralApp();
  ben = app.simulator.addUser({email: 'ben@example.org'});
});
afterEach(() => app.simulator.close());

const create = (who: string, token: string) =>
  app.ask(`/users/${who}/meetings`, {method: 'POST', body: {type: 1, topic: 'Weekly'}, token});

describe('The token of a person', () => {
  it('stands for them, by “me” and by their own id and address', async () => {
    const {access_token: token} = await app.connect();
    for (const who of ['me', app.ana.id, app.ana.email]) {
      expect(await app.ask(`/users/${who}`, {token})).toMatchObject({
        status: 200,
        json: {id: app.ana.id, role_name: 'Member'},
      });
    }
    expect(await create('me', token)).toMatchObject({status: 201, json: {host_id: app.ana.id}});
  });

  it('needs no right to manage users to see its own', async () => {
    app.simulator.changeAccount({mayManageUsers: false});
    const {access_token: token} = await app.connect();
    expect((await app.ask('/users/me', {token})).status).toBe(200);
  });

  it('reaches nobody else: scopes for admins are missing', async () => {
    const {access_token: token} = await app.connect();
    const refusal = {
      status: 400,
      json: {code: 4711, message: expect.stringContaining('[meeting:write:meeting:admin]')},
    };
    expect(await create(ben.id, token)).toMatchObject(refusal);
    expect(await app.ask('/users/nobody@example.org', {token})).toMatchObject({json: {code: 1001}});
  });

  it('finds no meetings but its own, now and later', async () => {
    const {access_token: token} = await app.connect();
    const status = async (hostId: string): Promise<number[]> => {
      const {number, uuid} = app.simulator.addMeeting({hostId, type: 2});
      const {status: now} = await app.ask(`/meetings/${number}`, {token});
      app.simulator.startMeeting(number);
      app.simulator.endMeeting(number);
      const past = encodeURIComponent(encodeURIComponent(uuid));
      return [now, (await app.ask(`/past_meetings/${past}`, {token})).status];
    };
    expect(await status(app.ana.id)).toEqual([200, 200]);
    expect(await status(ben.id)).toEqual([404, 404]);
  });

  it.each<[string, () => unknown]>([
    ['runs out after an hour', () => app.clock.advance(3_600_000)],
    ['runs out when Zoom is told so', () => app.simulator.expireAccessTokens()],
    ['dies with the consent', () => app.simulator.revokeConsent(app.ana.id)],
    ['dies when its owner authorises anew', () => app.connect()],
    ['dies with its owner', () => app.simulator.removeUser(app.ana.id)],
  ])('%s', async (_what, happens) => {
    const {access_token: token} = await app.connect();
    await happens();
    expect(await app.ask('/users/me', {token})).toMatchObject({status: 401, json: {code: 124}});
  });
});

describe('The token of an admin who authorised for the account', () => {
  beforeEach(() => {
    app.simulator.changeAccount({appType: 'general_admin'});
    app.simulator.changeUser(app.ana.id, {role: 'admin'});
  });

  it('reaches everybody in the account, and their meetings', async () => {
    const {access_token: token} = await app.connect();
    expect((await app.ask(`/users/${ben.email}`, {token})).json).toMatchObject({id: ben.id});
    const {status, json} = await create(ben.id, token);
    expect(status).toBe(201);
    expect((await app.ask(`/meetings/${(json as {id: number}).id}`, {token})).status).toBe(200);
    expect((await app.ask('/users/me', {token})).json).toMatchObject({role_name: 'Admin'});
  });

  it('reaches the admin alone where the scopes are not those for admins', async () => {
    app.simulator.changeAccount({scopes: ['user:read:user']});
    const {access_token: token} = await app.connect();
    expect((await app.ask('/users/me', {token})).status).toBe(200);
    expect(await app.ask(`/users/${ben.email}`, {token})).toMatchObject({status: 400, json: {code: 4711}});
  });

  it('sees people only if its role lets it', async () => {
    app.simulator.changeAccount({mayManageUsers: false});
    const {access_token: token} = await app.connect();
    expect(await app.ask(`/users/${ben.email}`, {token})).toMatchObject({status: 403});
  });

  it('of another account reaches that account', async () => {
    app.simulator.changeAccount({isPublished: true});
    const eve = app.simulator.addUser({email: 'eve@example.net', accountId: 'another', role: 'owner'});
    const {access_token: token} = await app.connect(eve.email);
    expect((await app.ask(`/users/${eve.email}`, {token})).json).toMatchObject({account_id: 'another'});
    expect(await app.ask(`/users/${ben.email}`, {token})).toMatchObject({status: 400, json: {code: 1010}});
    const {number} = app.simulator.addMeeting({hostId: ben.id});
    expect((await app.ask(`/meetings/${number}`, {token})).status).toBe(404);
  });
});
