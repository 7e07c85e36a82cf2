import {beforeEach, describe, expect, it} from '@jest/globals';
import {CHECK_IDS, type Finding} from '../../../../server/core/domain/findings.js';
import type {SetupCheck} from '../../../../server/core/domain/setup-check.js';
import {readSettings} from '../../../../server/core/domain/settings.js';
import {SecretText} from '../../../../server/core/domain/secret-text.js';
import type {ZoomAddresses} from '../../../../server/core/domain/zoom-addresses.js';
import type {ChatUser} from '../../../../server/core/ports/chat.js';
import {zoomTrouble} from '../../../../server/core/ports/port-error.js';
import type {SiteAnswer} from '../../../../server/core/ports/probe-site.js';
import type {WebhookActivityLog} from '../../../../server/core/ports/webhook-activity-log.js';
import type {ZoomProblem} from '../../../../server/core/domain/zoom-problem.js';
import {createCheckSetup} from '../../../../server/core/usecases/check-setup.js';
import {createOneAtATime} from '../../../../server/core/usecases/one-at-a-time.js';
import {renderCheck} from '../../../../server/inbound/render-check.js';
import {secretsInForce} from '../../../../server/inbound/webhooks/secrets-in-force.js';
import {texts} from '../../../../server/messages/texts.js';
import {createWebhookActivityLog} from '../../../../server/outbound/store/webhook-activity-log.js';
import {createFakeWorld, type FakeWorld} from '../../../support/fake-world.js';
import {setUpJoinPage} from '../../../support/join-page-settings.js';
import {noConsents} from '../../../support/no-consents.js';
import {admin, createPerson} from '../../../support/people.js';
import {siteAnswer} from '../../../support/site-answer.js';

/** Those of a connection to which nobody has to consent. */
const STEPS = CHECK_IDS.filter((id) => id !== 'account' && id !== 'join_page');

/** Made by the plugin: it is not among the settings. */
const URL_SECRET = 'canary-url-secret';

const complete = {
  AccountID: 'acc-1',
  OAuthClientID: 'client-1',
  OAuthClientSecret: 'canary-client-secret',
  ZoomWebhookSecret: 'canary-zoom-secret',
  EncryptionKey: 'canary-encryption-key',
};

let world: FakeWorld;
let siteUrl: string;
let answer: SiteAnswer;
let probed: string[];
let hold: Promise<void>;
let activity: WebhookActivityLog;
let connectedTo: ZoomAddresses[];
let written: Promise<void>[];
beforeEach(() => {
  world = createFakeWorld();
  world.zoom.users.set(admin.email, {id: 'zoom-root', email: admin.email, status: 'active', type: 2});
  siteUrl = 'https://chat.example.org';
  answer = siteAnswer(405);
  probed = [];
  hold = Promise.resolve();
  activity = createWebhookActivityLog({...world, inBackground: (work) => void written.push(work)});
  connectedTo = [];
  written = [];
});

const create = () =>
  createCheckSetup({
    ...world,
    consents: noConsents,
    activity,
    secretsInForce,
    oneAtATime: createOneAtATime(),
    webhookSecret: new SecretText(URL_SECRET),
    connectZoom: ({addresses}) => {
      connectedTo.push(addresses);
      return world.zoom;
    },
    loadSettings: () => hold.then(() => complete),
    site: () =>
      Promise.resolve({url: siteUrl, publicUrl: siteUrl, locale: 'en', restrictsDirectMessages: false}),
    probeSite: async (url) => {
      probed.push(url);
      return answer;
    },
  });

async function check(
  typed: Record<string, unknown> = {},
  person: ChatUser = admin,
): Promise<readonly SetupCheck[]> {
  const outcome = await create()({person, typed, signal: new AbortController().signal});
  if (outcome.kind === 'busy') throw new Error('busy');
  return outcome.checks;
}
const finding = async (id: string, ...input: Parameters<typeof check>): Promise<Finding | undefined> =>
  (await check(...input)).find((one) => one.id === id)?.finding;

describe('The check of the set-up', () => {
  it('has every step once, in the order of the work', async () => {
    for (const typed of [{}, {AccountID: ''}, {ConnectionMode: 'nonsense'}]) {
      expect((await check(typed)).map(({id}) => id)).toEqual(STEPS);
    }
    world.zoom.faults.set('signIn', () => zoomTrouble({kind: 'unauthorized'}));
    expect((await check()).map(({id}) => id)).toEqual(STEPS);
  });

  it.each([
    [61 * 60_000, {minutes: 61, side: 'behind'}, 'is 61 minutes behind Zoom’s', 'joinPage.clock'],
    [7 * 60_000, {minutes: 7, side: 'behind'}, 'is 7 minutes behind Zoom’s', 'joinPage.unsaved'],
    [-150_000, {minutes: 3, side: 'ahead'}, 'is 3 minutes ahead of Zoom’s', 'joinPage.unsaved'],
  ])('says that the clock is wrong where Zoom’s is %i ms ahead', async (ahead, values, words, page) => {
    world.zoom.isAhead(ahead);
    const found = (await check()).find(({id}) => id === 'webhook');
    expect(found).toMatchObject({finding: 'webhook.clock', state: 'wrong', values});
    expect(renderCheck(texts('en'), found as SetupCheck, 'none').text).toContain(words);
    expect(await finding('join_page', setUpJoinPage)).toBe(page);
  });

  it.each([0, 119_000, -119_000])('says nothing of a clock that is off by %i ms', async (ahead) => {
    world.zoom.isAhead(ahead);
    expect(await finding('webhook')).toBe('webhook.none');
  });

  it('tests nothing in Zoom that the settings do not reach, and says which they are', async () => {
    const [settings, ...others] = await check({AccountID: '', ZoomURL: 'nonsense'});
    expect(settings).toMatchObject({
      finding: 'settings.wrong',
      settings: ['AccountID', 'OAuthClientSecret', 'ZoomURL'],
    });
    expect(others.slice(0, 3).map((one) => one.finding)).toEqual(Array(3).fill('untested.settings'));
    expect(world.zoom.calls).toEqual([]);
  });

  it('C-01 on an empty page has no fault and no success, only what comes first', async () => {
    const empty = {AccountID: '', OAuthClientID: '', OAuthClientSecret: '', ZoomWebhookSecret: ''};
    siteUrl = 'http://localhost';
    const [settings, ...others] = await check(empty);
    expect(settings).toMatchObject({state: 'unset', settings: Object.keys(empty)});
    expect(others.map(({id, finding: found}) => [id, found])).toEqual(
      STEPS.slice(1).map((id) => [id, 'untested.unset']),
    );
    expect([world.zoom.calls, probed]).toEqual([[], []]);
    expect(await finding('join_page', {...empty, ...setUpJoinPage})).toBe('untested.unset');
    expect(await finding('settings', {...empty, AccountID: 'acc-1'})).toBe('settings.incomplete');
    expect(await finding('settings', {...empty, ZoomURL: 'nonsense'})).toBe('settings.wrong');
    expect(await finding('token', {ConnectionMode: 'jwt', ZoomWebhookSecret: ''})).toBe('untested.unset');
  });

  it('honours the typed values of the other sections as well: trust, addresses, insecure addresses', async () => {
    const unconfirmed = {...admin, emailVerified: false};
    expect(await finding('you', {TrustUnverifiedEmails: 'true'}, unconfirmed)).toBe('you.found');
    const next = {
      ZoomURL: 'http://zoom.internal',
      ZoomAPIURL: 'http://zoom.internal',
      OAuthClientSecret: 'typed',
    };
    expect(await finding('settings', next)).toBe('settings.wrong');
    await check({...next, AllowInsecureZoomURLs: 'true'});
    expect(connectedTo.at(-1)).toMatchObject({
      webUrl: 'http://zoom.internal',
      apiUrl: 'http://zoom.internal',
      allowInsecure: true,
    });
  });

  it('speaks of webhooks with the secrets as typed', async () => {
    const fact = {at: 1, secrets: secretsInForce(readSettings({...complete, WebhookSecret: URL_SECRET}))};
    activity.note({
      accepted: fact,
      validated: fact,
      events: {'meeting.started': fact, 'meeting.ended': fact},
    });
    expect([await finding('webhook'), await finding('validation')]).toEqual([
      'webhook.arrived',
      'validation.done',
    ]);
    const typed = {ZoomWebhookSecret: 'another'};
    expect([await finding('webhook', typed), await finding('validation', typed)]).toEqual([
      'webhook.before',
      'validation.before',
    ]);
  });

  it('says beside a line how many webhooks were refused, and why', async () => {
    const secrets = secretsInForce(readSettings({...complete, WebhookSecret: URL_SECRET}));
    for (const at of [1, 2]) activity.refuse('signature', {at, secrets});
    for (const at of [3, 4, 5]) activity.refuse('address', {at, secrets});
    await Promise.all(written);
    const line = (await check()).find(({id}) => id === 'webhook');
    if (line === undefined) throw new Error('no line');
    const {text} = renderCheck(texts('en'), line, '/settings');
    expect(text).toMatch(
      /^3 webhooks came to a wrong address and were refused, the last one .*\. The address in Zoom holds/,
    );
    expect(text).toContain('In addition, 2 webhooks were refused for a wrong signature');
  });

  it('S-10 runs once at a time for one person, and for others meanwhile', async () => {
    let release = (): void => undefined;
    hold = new Promise((resolve) => (release = resolve));
    const checkSetup = create();
    const input = {person: admin, typed: {}, signal: new AbortController().signal};
    const first = checkSetup(input);
    expect(await checkSetup(input)).toEqual({kind: 'busy'});
    const other = checkSetup({...input, person: createPerson('second')});
    release();
    expect([(await first).kind, (await other).kind]).toEqual(['checked', 'checked']);
    expect((await checkSetup(input)).kind).toBe('checked');
  });

  it.each<[ZoomProblem, Finding]>([
    [{kind: 'unreachable'}, 'trouble.unreachable'],
    [{kind: 'blocked-address'}, 'trouble.blockedAddress'],
    [{kind: 'not-understood', detail: 'not-json'}, 'trouble.notUnderstood'],
    [{kind: 'timeout'}, 'trouble.timeout'],
    [{kind: 'server-error', status: 502}, 'trouble.serverError'],
    [{kind: 'rate-limited', per: 'second', resumesAt: undefined}, 'trouble.rateLimited'],
    [{kind: 'refused', code: 300}, 'trouble.refused'],
    [{kind: 'unauthorized'}, 'token.refused'],
    [{kind: 'unauthorized', because: 'client'}, 'token.client'],
    [{kind: 'unauthorized', because: 'grant'}, 'token.account'],
    [{kind: 'unauthorized', because: 'request'}, 'token.account'],
    [{kind: 'unauthorized', because: 'app-type'}, 'token.appType'],
    [{kind: 'unauthorized', because: 'app-disabled'}, 'token.appDisabled'],
  ])('tells what kept it from signing in: %j is %s', async (problem, expected) => {
    world.zoom.faults.set('signIn', () => zoomTrouble(problem));
    expect(await finding('token')).toBe(expected);
    expect(await finding('you')).toBe('untested.token');
  });

  it('knows what was swapped by its form', async () => {
    world.zoom.faults.set('signIn', () => zoomTrouble({kind: 'unauthorized', because: 'client'}));
    const swapped = {OAuthClientID: 'x'.repeat(32), OAuthClientSecret: 'y'.repeat(22)};
    expect(await finding('token', swapped)).toBe('token.idAndSecretSwapped');
    expect(await finding('token', {OAuthClientID: 'acc-1'})).toBe('token.accountAndClientEqual');
    world.zoom.faults.set('signIn', () => zoomTrouble({kind: 'unauthorized', because: 'grant'}));
    expect(await finding('token', {AccountID: '123 456-789'})).toBe('token.accountNumber');
  });

  it.each<[Partial<ChatUser>, object | undefined, Finding]>([
    [{}, {type: 2}, 'you.found'],
    [{}, {}, 'you.found'],
    [{}, {type: 1}, 'you.basic'],
    [{}, undefined, 'you.notInZoom'],
    [{}, {email: 'other@example.org'}, 'you.otherEmail'],
    [{}, {status: 'pending'}, 'you.notActive'],
    [{}, {accountId: 'acc-2'}, 'you.otherAccount'],
    [{email: 'nonsense'}, {}, 'you.emailMissing'],
    [{emailVerified: false}, {}, 'you.emailUnconfirmed'],
  ])(
    'finds the person who asks as it finds who starts a meeting: %j, %j is %s',
    async (person, user, expected) => {
      const email = admin.email;
      if (user === undefined) world.zoom.users.delete(email);
      else world.zoom.users.set(email, {id: 'zoom-root', email, status: 'active', ...user});
      expect(await finding('you', {}, {...admin, ...person})).toBe(expected);
    },
  );

  it.each<[ZoomProblem, Finding]>([
    [{kind: 'missing-scope', scopes: []}, 'untested.scopes'],
    [{kind: 'forbidden'}, 'you.forbidden'],
    [{kind: 'unauthorized'}, 'untested.token'],
    [{kind: 'timeout'}, 'trouble.timeout'],
  ])('tells what kept it from finding the person: %j is %s', async (problem, expected) => {
    world.zoom.faults.set('findUser', () => zoomTrouble(problem));
    expect(await finding('you')).toBe(expected);
  });

  it('says that a token which no API takes is none', async () => {
    world.zoom.faults.set('findUser', () => zoomTrouble({kind: 'unauthorized', because: 'app-type'}));
    expect(await finding('token')).toBe('token.useless');
  });

  it.each<[SiteAnswer, Finding]>([
    [siteAnswer(405), 'siteUrl.reachable'],
    [siteAnswer(308), 'siteUrl.redirect'],
    [siteAnswer(404), 'siteUrl.otherAnswer'],
    [{kind: 'bad-certificate'}, 'siteUrl.certificate'],
    [{kind: 'not-answered'}, 'siteUrl.notReached'],
  ])('looks at the Site URL from here: %j is %s', async (answered, expected) => {
    answer = answered;
    expect(await finding('site_url')).toBe(expected);
    expect(probed).toEqual(['https://chat.example.org/plugins/zoom/webhook']);
  });

  it('asks nobody under a Site URL that Zoom cannot use', async () => {
    for (const url of ['', 'http://chat.example.org', 'https://localhost']) {
      siteUrl = url;
      await check();
    }
    expect(probed).toEqual([]);
  });

  it('goes on where the store fails', async () => {
    world.keyValue.fail();
    expect(await finding('webhook')).toBe('webhook.untold');
    expect(await finding('validation')).toBe('validation.untold');
    expect(await finding('you')).toBe('you.found');
  });

  it('C-02 puts no secret into what it finds, renders or logs', async () => {
    world.zoom.faults.set('signIn', () => zoomTrouble({kind: 'unauthorized', because: 'client'}));
    const checks = await check({...setUpJoinPage, APISecret: 'canary-api-secret'});
    const said = checks.map((one) => renderCheck(texts('en'), one, '/settings'));
    expect(JSON.stringify([checks, said, world.logger.lines])).not.toContain('canary');
  });
});
