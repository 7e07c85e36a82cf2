import {afterEach, beforeEach, describe, expect, it} from '@jest/globals';
import {type GeneralAppUnderTest, startGeneralApp} from './general-app-under-test.js';

let app: GeneralAppUnderTest;
beforeEach(async () => {
  app = await startGeneralApp();
  const url = `${app.simulator.url}/nowhere`;
  await app.simulator.subscribe({url, signed: false, events: ['meeting.started']});
});
afterEach(async () => {
  await app.simulator.webhooksSettled();
  await app.simulator.close();
});

const told = (): {event: string; payload: unknown}[] =>
  app.simulator.deliveries.map(({body}) => JSON.parse(body) as {event: string; payload: unknown});

const meet = (hostId: string): void =>
  void app.simulator.startMeeting(app.simulator.addMeeting({hostId}).number);

describe('That a person took their consent back', () => {
  it('is told to a published app, whatever it subscribed to', async () => {
    app.simulator.changeAccount({isPublished: true});
    const eve = app.simulator.addUser({email: 'eve@example.net', accountId: 'another'});
    await app.connect(eve.email);
    app.simulator.revokeConsent(eve.email);
    const event_ts = app.clock.now();
    expect(told()).toEqual([
      {
        event: 'app_deauthorized',
        event_ts,
        payload: {
          user_data_retention: 'false',
          account_id: 'another',
          user_id: eve.id,
          client_id: app.simulator.account.clientId,
          deauthorization_time: new Date(event_ts).toISOString(),
          signature: expect.any(String),
          event_ts,
        },
      },
    ]);
  });

  it('is not told to a private app, nor to an app that gave the tokens back itself', async () => {
    await app.connect();
    app.simulator.revokeConsent(app.ana.email);
    app.simulator.changeAccount({isPublished: true});
    const {access_token: token} = await app.connect();
    await app.post('revoke', {token});
    expect(told()).toEqual([]);
  });
});

describe('A General app hears of the meetings', () => {
  it('of those who have authorised it, for as long as they have', async () => {
    const ben = app.simulator.addUser({email: 'ben@example.org'});
    meet(app.ana.id);
    await app.connect();
    meet(ben.id);
    expect(told()).toEqual([]);
    meet(app.ana.id);
    expect(told()).toMatchObject([{payload: {object: {host_id: app.ana.id}}}]);
    app.simulator.revokeConsent(app.ana.id);
    meet(app.ana.id);
    expect(told()).toHaveLength(1);
  });

  it('of the whole account where an admin has, and says which account it is', async () => {
    app.simulator.changeAccount({appType: 'general_admin', isPublished: true});
    const people = {ben: app.ana.accountId, eve: 'another', max: 'another'};
    for (const [name, accountId] of Object.entries(people)) {
      app.simulator.addUser({email: `${name}@example.org`, id: name, accountId, role: 'admin'});
    }
    await app.connect('eve@example.org');
    meet('ben');
    meet('max');
    expect(told()).toMatchObject([{payload: {account_id: 'another', object: {host_id: 'max'}}}]);
  });
});
