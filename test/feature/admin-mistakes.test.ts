import {afterAll, afterEach, beforeAll, beforeEach, expect, it} from '@jest/globals';
import type {SimulatedUser} from '../../sandbox/zoom/state/records.js';
import {testSetup} from '../support/test-setup.js';
import {onEachHost} from '../support/on-each-host.js';
import {ADMIN, createWorld, meetingEvent, sendWebhook, type World} from '../support/world.js';

/** What somebody does wrong, in Zoom or in the settings that are typed, and the line that has to say so. */
interface Mistake {
  what: string;
  inZoom?: (zoom: World['zoom'], admin: SimulatedUser) => void;
  typed?: (zoom: World['zoom']) => Record<string, unknown>;
  line: [id: string, state: 'works' | 'wrong' | 'missing' | 'unknown', says: string];
}

const jwt = {ConnectionMode: 'jwt', APIKey: 'key', APISecret: 'guessed'};

const MISTAKES: readonly Mistake[] = [
  {
    what: 'another secret',
    typed: () => ({OAuthClientSecret: 'guessed'}),
    line: ['token', 'wrong', 'Zoom knows no app with this **Client ID** and **Client Secret**.'],
  },
  {
    what: 'Client ID and Client Secret swapped',
    typed: ({account}) => ({OAuthClientID: account.clientSecret, OAuthClientSecret: account.clientId}),
    line: ['token', 'wrong', 'swap the two'],
  },
  {
    what: 'Account ID and Client ID swapped',
    typed: ({account}) => ({AccountID: account.clientId, OAuthClientID: account.id}),
    line: ['token', 'wrong', 'Are Account ID and Client ID swapped?'],
  },
  {
    what: 'the Account ID of another account',
    typed: () => ({AccountID: 'aBcDeFgHiJkLmNoPqRsTuV'}),
    line: ['token', 'wrong', 'it does not belong to this **Account ID**'],
  },
  {
    what: 'the account number for the Account ID',
    typed: () => ({AccountID: '123 456 789'}),
    line: ['token', 'wrong', 'It looks like the account number'],
  },
  {
    what: 'an app of another kind',
    inZoom: ({account}) => (account.appType = 'general_user'),
    line: ['token', 'wrong', 'This is not a Server-to-Server OAuth app'],
  },
  {
    what: 'an app that is not activated',
    inZoom: ({account}) => (account.isActivated = false),
    line: ['token', 'wrong', 'Activate your app'],
  },
  {
    what: 'an app whose token no API takes',
    inZoom: (zoom) =>
      zoom.fault({
        route: 'find-user',
        fault: {kind: 'answer', status: 400, body: {code: 200, message: 'Invalid api key or secret.'}},
        times: 2,
      }),
    line: ['token', 'wrong', 'its API does not accept it'],
  },
  {
    what: 'a JWT app on a Zoom that has switched them off',
    inZoom: ({account}) => (account.acceptsJwt = false),
    typed: () => jwt,
    line: ['token', 'wrong', 'Zoom has switched JWT apps off'],
  },
  {
    what: 'another API secret',
    typed: () => jwt,
    line: ['token', 'wrong', 'Zoom refused this **API Key** and **API Secret**'],
  },
  {
    what: 'a missing scope',
    inZoom: ({account}) => (account.scopes = account.scopes.slice(0, 3)),
    line: [
      'scopes',
      'missing',
      'The scope `meeting:read:past_meeting:admin` is missing. Use Zoom Marketplace →',
    ],
  },
  {
    what: 'a missing scope without which nobody can be found',
    inZoom: ({account}) => (account.scopes = account.scopes.slice(1)),
    line: ['you', 'unknown', 'Not tested: the missing scopes have to be added first.'],
  },
  {
    what: 'a developer whose role sees no users',
    inZoom: ({account}) => (account.mayManageUsers = false),
    line: ['you', 'wrong', "The Zoom role of the app's owner lacks the permission"],
  },
  {
    what: 'an address that Zoom does not know',
    inZoom: (_zoom, admin) => (admin.email = 'other@example.com'),
    line: ['you', 'wrong', 'Nobody in this Zoom account has your address `admin'],
  },
  {
    what: 'a user who has not accepted the invitation',
    inZoom: (_zoom, admin) => (admin.status = 'pending'),
    line: ['you', 'wrong', "Accept Zoom's invitation"],
  },
  {
    what: 'a user of another account',
    inZoom: (_zoom, admin) => (admin.accountId = 'elsewhere'),
    line: ['you', 'wrong', 'Nobody in this Zoom account has your address'],
  },
  {
    what: 'a Basic licence, with which everything works for 40 minutes',
    inZoom: (_zoom, admin) => (admin.type = 1),
    line: ['you', 'works', 'Zoom ends your meetings after 40 minutes'],
  },
  {
    what: 'no secret token',
    typed: () => ({ZoomWebhookSecret: ''}),
    line: ['webhook', 'missing', '**Zoom Webhook Secret Token** is missing'],
  },
];

onEachHost(
  'The test of the set-up names the mistake',
  ({start, pluginDir}) => {
    let world: World;
    let admin: SimulatedUser;
    let people = 0;
    let account: typeof world.zoom.account;
    beforeAll(async () => {
      world = await createWorld({start, pluginDir: pluginDir()});
      account = {...world.zoom.account};
    });
    afterAll(() => world.close());
    beforeEach(async () => {
      people += 1;
      const email = `admin${people}@example.com`;
      await world.host.seed({users: [{id: ADMIN, email}]});
      admin = world.zoom.addUser({email});
    });
    afterEach(() => {
      Object.assign(world.zoom.account, account);
      world.zoom.liftFaults();
      world.zoom.revokeTokens();
    });

    it.each(MISTAKES)('$what', async ({inZoom, typed, line: [id, state, says]}) => {
      inZoom?.(world.zoom, admin);
      const check = (await testSetup(world, typed?.(world.zoom))).get(id);
      expect(check).toMatchObject({state, text: expect.stringContaining(says)});
    });

    it('meetings of which no webhook tells', async () => {
      await world.type('/zoom start');
      expect((await testSetup(world)).get('webhook')).toMatchObject({
        state: 'wrong',
        text: expect.stringContaining('add the events **Start Meeting** and **End Meeting**'),
      });
    });

    it('a wrong secret token, by the webhooks that arrive', async () => {
      const account = {...world.zoom.account, secretToken: 'another'};
      await world.type('/zoom start');
      const meeting = world.zoom.meetings[0];
      if (meeting === undefined) throw new Error('there is no meeting');
      const stranger = {...world, zoom: {...world.zoom, account}};
      expect((await sendWebhook(stranger, meetingEvent('meeting.started', meeting))).status).toBe(401);
      expect((await testSetup(world)).get('webhook')).toMatchObject({
        state: 'wrong',
        settings: ['ZoomWebhookSecret'],
        text: expect.stringContaining('not signed with this **Zoom Webhook Secret Token**'),
      });
    });
  },
  {needs: ['sessions']},
);
