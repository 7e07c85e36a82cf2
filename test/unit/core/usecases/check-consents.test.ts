import {afterEach, beforeEach, describe, expect, it} from '@jest/globals';
import type {IncomingMessage} from 'node:http';
import type {Grant} from '../../../../server/core/domain/grant.js';
import {SecretText} from '../../../../server/core/domain/secret-text.js';
import type {SetupCheck} from '../../../../server/core/domain/setup-check.js';
import type {ChatUser} from '../../../../server/core/ports/chat.js';
import type {Grants} from '../../../../server/core/ports/grants.js';
import {createCheckSetup} from '../../../../server/core/usecases/check-setup.js';
import {createOneAtATime} from '../../../../server/core/usecases/one-at-a-time.js';
import {renderCheck} from '../../../../server/inbound/render-check.js';
import {secretsInForce} from '../../../../server/inbound/webhooks/secrets-in-force.js';
import {texts} from '../../../../server/messages/texts.js';
import {createGrants} from '../../../../server/outbound/store/grants.js';
import {createKeyRing} from '../../../../server/outbound/store/key-ring.js';
import {createLeases} from '../../../../server/outbound/store/leases.js';
import {createWebhookActivityLog} from '../../../../server/outbound/store/webhook-activity-log.js';
import {createZoom} from '../../../../server/outbound/zoom/create-zoom.js';
import {createFakeWorld, type FakeWorld} from '../../../support/fake-world.js';
import {
  answerJson,
  type Behaviour,
  type FaultServer,
  startFaultServer,
} from '../../../support/fault-server.js';
import {noProxy} from '../../../support/no-proxy.js';
import {admin} from '../../../support/people.js';
import {OPENED_AT} from '../../../support/sample-card.js';
import {sampleGrant} from '../../../support/sample-grant.js';
import {createImpatientClock} from '../../outbound/zoom/zoom-under-test.js';

/** What Zoom says to a code that it has not given, by an app that it knows. */
const NO_SUCH_CODE = answerJson(400, {reason: 'Invalid authorization code', error: 'invalid_request'});
const ME = answerJson(200, {id: 'zoom-root', email: 'Root@Zoom.example', status: 'active', type: 2});

let world: FakeWorld;
let grants: Grants;
let zoom: FaultServer;
let stored: Record<string, unknown>;
/** What the token endpoint answers, and the API. */
let token: Behaviour;
let user: Behaviour;
let bearers: (string | undefined)[];
beforeEach(async () => {
  world = createFakeWorld();
  world.chat.users.set(admin.id, admin);
  grants = createGrants({...world, leases: createLeases(world), keys: createKeyRing(new SecretText('key'))});
  [token, user, bearers] = [NO_SUCH_CODE, ME, []];
  const answer = (request: IncomingMessage): Behaviour => {
    if (request.url === '/oauth/token') return token;
    bearers.push(request.headers.authorization);
    return user;
  };
  zoom = await startFaultServer((request, response) => answer(request)(request, response));
  stored = {
    ConnectionMode: 'user',
    OAuthClientID: 'client-1',
    OAuthClientSecret: 'canary-secret',
    ZoomWebhookSecret: 'z',
    EncryptionKey: 'of-sixteen-signs-and-more',
    ZoomURL: zoom.url,
    ZoomAPIURL: zoom.url,
    AllowInsecureZoomURLs: true,
  };
});
afterEach(() => zoom.close());

async function check(
  typed: Record<string, unknown> = {},
  person: ChatUser | 'nobody' = admin,
): Promise<readonly SetupCheck[]> {
  const clock = {...createImpatientClock(), now: () => OPENED_AT + 60_000};
  const consents = {
    grants,
    alone: <T>(_owner: unknown, work: () => Promise<T>): Promise<T> => work(),
    ended: () => undefined,
  };
  const outcome = await createCheckSetup({
    ...world,
    consents,
    connectZoom: (settings, given) =>
      createZoom({...world, ...settings, clock, findProxy: noProxy, consents: given}),
    activity: createWebhookActivityLog({...world, inBackground: () => undefined}),
    secretsInForce,
    oneAtATime: createOneAtATime(),
    webhookSecret: new SecretText('url-secret'),
    loadSettings: async () => stored,
    site: async () => ({url: '', publicUrl: '', locale: 'en', restrictsDirectMessages: false}),
    probeSite: async () => ({kind: 'not-answered'}),
  })({
    person: person === 'nobody' ? undefined : person,
    typed,
    signal: new AbortController().signal,
  });
  if (outcome.kind === 'busy') throw new Error('busy');
  return outcome.checks;
}

/** The steps that Zoom has a part in. */
const findings = async (...input: Parameters<typeof check>): Promise<string[]> =>
  (await check(...input))
    .filter(({id}) => ['token', 'account', 'scopes', 'you'].includes(id))
    .map(({finding}) => finding);

const text = async (id: string): Promise<string> => {
  const found = (await check()).find((one) => one.id === id);
  if (found === undefined) throw new Error(`There is no line ${id}`);
  return renderCheck(texts('en'), found, 'none').text;
};

const connect = (given: Partial<Omit<Grant, 'revision'>> = {}) =>
  grants.keep({...sampleGrant(admin.id, 'zoom-root'), ...given}, async () => false);

const connectAccount = (by = admin.id) => {
  const {tokens, ...grant} = sampleGrant(by, 'zoom-root');
  const scopes = tokens.scopes.map((scope) => `${scope}:admin`);
  return grants.keep({...grant, owner: {kind: 'account'}, tokens: {...tokens, scopes}}, async () => false);
};

describe('The test of a set-up in which everybody connects', () => {
  it('proves the app without anybody, and says who is not connected', async () => {
    expect(await findings()).toEqual(['token.works', 'scopes.untested', 'you.notConnected']);
    expect(zoom.requests).toEqual(['POST /oauth/token']);
    expect(await text('you')).toBe(
      'You have not connected your Zoom account yet. Save the settings, and type `/zoom connect`.',
    );
  });

  it.each<[Behaviour, string]>([
    [
      answerJson(401, {reason: 'Invalid client_id or client_secret', error: 'invalid_client'}),
      'token.consentClient',
    ],
    [
      answerJson(400, {reason: 'unsupported grant type', error: 'unsupported_grant_type'}),
      'token.consentAppType',
    ],
    [
      answerJson(400, {code: 4717, reason: 'The app has been disabled by Zoom', error: 'invalid_client'}),
      'token.appDisabled',
    ],
    [answerJson(500, {}), 'trouble.serverError'],
    [answerJson(400, {reason: 'Redirect URI mismatch', error: 'invalid_request'}), 'token.works'],
  ])('knows the mistakes of the app: case %#, %s', async (answer, expected) => {
    await connect();
    token = answer;
    expect((await findings())[0]).toBe(expected);
  });

  it('knows credentials that were swapped', async () => {
    token = answerJson(401, {reason: 'Invalid client_id or client_secret', error: 'invalid_client'});
    const swapped = {OAuthClientID: 'x'.repeat(32), OAuthClientSecret: 'y'.repeat(22)};
    expect((await findings(swapped))[0]).toBe('token.idAndSecretSwapped');
  });

  it('says as whom the one who asks is connected, and what the app lacks', async () => {
    await connect();
    expect(await findings()).toEqual(['token.works', 'scopes.granted', 'you.connected']);
    expect(await text('you')).toContain('connected as `Root@Zoom.example`');
    user = answerJson(200, {id: 'zoom-root', type: 1});
    expect((await findings())[2]).toBe('you.connectedBasic');
    const {tokens} = sampleGrant(admin.id, 'zoom-root');
    await connect({tokens: {...tokens, scopes: ['user:read:user']}});
    expect((await findings())[1]).toBe('scopes.missing');
  });

  it('says why a connection is over', async () => {
    await connect();
    await grants.end({kind: 'person', userId: admin.id}, 'owner-gone');
    expect(await findings()).toEqual(['token.works', 'scopes.untested', 'you.notConnected']);
    expect(await text('you')).toContain('no longer in the Zoom account');
    await connect();
    user = answerJson(401, {code: 124, message: 'Invalid access token.'});
    token = NO_SUCH_CODE;
    expect((await findings())[2]).toBe('you.notConnected');
  });

  it('tells an operator, who is no person in Mattermost, of the app alone', async () => {
    await connect();
    expect(await findings({}, 'nobody')).toEqual(['token.works', 'scopes.untested']);
  });
});

describe('The test of a set-up in which one administrator connects', () => {
  beforeEach(() => {
    stored['ConnectionMode'] = 'account';
    user = answerJson(200, {id: 'zoom-root', email: admin.email, status: 'active', type: 2});
  });

  it('says that nobody has, before anybody is looked up', async () => {
    await connect();
    expect(await findings()).toEqual([
      'token.works',
      'account.notConnected',
      'scopes.untested',
      'untested.account',
    ]);
    expect(bearers).toEqual([]);
  });

  it('says who has, and looks for the one who asks as a start does', async () => {
    await connectAccount();
    expect(await findings()).toEqual(['token.works', 'account.connected', 'scopes.granted', 'you.found']);
    expect(await text('account')).toMatch(/^`@root` connected it for everyone /);
    expect(zoom.requests).toContain(`GET /users/${encodeURIComponent(admin.email)}`);
    world.chat.users.delete(admin.id);
    expect(await text('account')).toMatch(/^Somebody whose Mattermost account is gone connected it/);
  });

  it('says that Zoom accepts the connection no more', async () => {
    await connectAccount();
    await grants.end({kind: 'account'}, 'revoked');
    expect(await text('account')).toContain('Zoom no longer accepts the connection of this server.');
    await connectAccount();
    user = answerJson(401, {code: 124, message: 'Invalid access token.'});
    expect(await findings()).toEqual([
      'token.works',
      'account.notConnected',
      'scopes.granted',
      'untested.account',
    ]);
    await connectAccount();
    const renewed = {access_token: 'another', token_type: 'bearer', refresh_token: 'next', expires_in: 3600};
    const answers = [NO_SUCH_CODE, answerJson(200, renewed)];
    token = (request, response) => answers.shift()?.(request, response);
    expect((await findings())[1]).toBe('account.notConnected');
  });
});

describe.each(['user', 'account'])('In the mode %s', (mode) => {
  beforeEach(() => void (stored['ConnectionMode'] = mode));

  it.each([
    [
      'addresses',
      {ZoomURL: 'http://127.0.0.1:1', ZoomAPIURL: 'http://127.0.0.1:1', OAuthClientSecret: 'typed'},
    ],
    ['app', {OAuthClientID: 'client-2', OAuthClientSecret: 'typed'}],
  ])('C-04 uses, renews and ends no stored consent for an unsaved %s', async (_, typed) => {
    const {tokens} = sampleGrant(admin.id, 'zoom-root');
    await connect({tokens: {...tokens, goodUntil: OPENED_AT}});
    await connectAccount();
    const before = world.keyValue.rows();
    const found = await findings(typed);
    expect(found.slice(1).every((finding) => finding.startsWith('untested.'))).toBe(true);
    expect(bearers).toEqual([]);
    expect(zoom.requests.filter((asked) => asked !== 'POST /oauth/token')).toEqual([]);
    expect(world.keyValue.rows()).toEqual(before);
  });

  it('goes on where the store fails', async () => {
    world.keyValue.fail();
    const found = await findings();
    expect(found[0]).toBe('token.works');
    expect(found).toContain('untested.store');
    expect(JSON.stringify([found, world.logger.lines])).not.toContain('canary');
  });
});
