import {afterAll, beforeAll, describe, expect, it} from '@jest/globals';
import {createMattermost, type Mattermost} from '../../../../sandbox/mattermost/mattermost.js';
import {mattermostId} from '../../../support/mattermost-id.js';
import {shared} from '../../../support/shared/shared.js';

const AUDITING_PLUGIN = 'test/hosts/native/fixtures/auditing-plugin.ts';
const ANA = mattermostId('ana');
const ADA = mattermostId('ada');

let server: Mattermost;
beforeAll(async () => {
  server = await createMattermost({pluginDir: (await shared('plugin', AUDITING_PLUGIN)).folder});
  server.seed({users: [{id: ANA}, {id: ADA, roles: 'system_user system_admin'}]});
  await server.activate();
}, 60_000);
afterAll(() => server.close());

const setActive = async (by: Record<string, string>, body: object): Promise<number> => {
  const url = `${server.siteUrl}/api/v4/users/${ANA}/active`;
  return (await fetch(url, {method: 'PUT', headers: by, body: JSON.stringify(body)})).status;
};

const statusFor = async (session: Record<string, string>): Promise<number> =>
  (await fetch(`${server.siteUrl}/api/v4/users/me`, {headers: session})).status;

/** Resolves when the plugin has had a deactivation audited. */
const audited = (): Promise<void> =>
  new Promise((resolve) => {
    const stop = server.onChange(({kind}) => {
      if (kind !== 'audit') return;
      stop();
      resolve();
    });
  });

describe('an account', () => {
  it('is deactivated by an administrator alone', async () => {
    expect(await setActive(server.sessionOf(ANA), {active: false})).toBe(403);
    expect(await setActive(server.sessionOf(ADA), {active: 'no'})).toBe(400);
    expect(await statusFor(server.sessionOf(ANA))).toBe(200);
  });

  it('has no session left when it is deactivated, and the plugin is told; it may come back', async () => {
    const session = server.sessionOf(ANA);
    const told = audited();
    expect(await setActive(server.sessionOf(ADA), {active: false})).toBe(200);
    await told;
    expect(server.state.audits).toMatchObject([
      {
        event_name: 'zoom_connection_lost',
        actor: {user_id: ANA},
        event: {parameters: {reason: 'deactivated'}},
      },
    ]);
    expect(await setActive(server.sessionOf(ADA), {active: true})).toBe(200);
    expect(await statusFor(session)).toBe(401);
    expect(await statusFor(server.sessionOf(ANA))).toBe(200);
    expect(server.state.audits).toHaveLength(1);
  });

  it('has its tokens revoked with it', async () => {
    const told = audited();
    const answer = await fetch(`${server.siteUrl}/api/v4/users/${ANA}/tokens`, {
      method: 'POST',
      headers: server.sessionOf(ADA),
      body: JSON.stringify({description: 'a script'}),
    });
    const {token} = (await answer.json()) as {token: string};
    await server.deactivateUser(ANA);
    await told;
    await setActive(server.sessionOf(ADA), {active: true});
    expect(await statusFor({Authorization: `Bearer ${token}`})).toBe(401);
  });
});
