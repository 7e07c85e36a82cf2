import {beforeEach, describe, expect, it} from '@jest/globals';
import {CHECK_IDS, type Finding, FINDINGS} from '../../../../server/core/domain/findings.js';
import {setupCheck, type SetupCheck} from '../../../../server/core/domain/setup-check.js';
import type {ChatUser} from '../../../../server/core/ports/chat.js';
import type {SiteAnswer} from '../../../../server/core/ports/probe-site.js';
import {ZoomError, type ZoomProblem} from '../../../../server/core/ports/zoom.js';
import {createCheckSetup} from '../../../../server/core/usecases/check-setup.js';
import {renderCheck} from '../../../../server/inbound/render-check.js';
import {secretsInForce} from '../../../../server/inbound/webhooks/secrets-in-force.js';
import {texts} from '../../../../server/messages/texts.js';
import {createWebhookActivityLog} from '../../../../server/outbound/store/webhook-activity-log.js';
import {createFakeWorld, type FakeWorld} from '../../../support/fake-world.js';
import {admin, createPerson} from '../../../support/people.js';

const complete = {
  AccountID: 'acc-1',
  OAuthClientID: 'client-1',
  OAuthClientSecret: 'canary-client-secret',
  WebhookSecret: 'canary-url-secret',
  ZoomWebhookSecret: 'canary-zoom-secret',
  EncryptionKey: 'canary-encryption-key',
};

let world: FakeWorld;
let siteUrl: string;
let siteAnswer: SiteAnswer;
let probed: string[];
let hold: Promise<void>;
beforeEach(() => {
  world = createFakeWorld();
  world.zoom.users.set(admin.email, {id: 'zoom-root', email: admin.email, status: 'active', type: 2});
  siteUrl = 'https://chat.example.org';
  siteAnswer = {kind: 'answered', status: 405};
  probed = [];
  hold = Promise.resolve();
});

function create() {
  return createCheckSetup({
    ...world,
    activity: createWebhookActivityLog({...world, inBackground: () => undefined}),
    secretsInForce,
    running: new Set(),
    connect: () => world.zoom,
    loadSettings: async () => {
      await hold;
      return complete;
    },
    site: () =>
      Promise.resolve({url: siteUrl, publicUrl: siteUrl, locale: 'en', restrictsDirectMessages: false}),
    probeSite: async (url) => {
      probed.push(url);
      return siteAnswer;
    },
  });
}

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
      expect((await check(typed)).map(({id}) => id)).toEqual(CHECK_IDS);
    }
    world.zoom.faults.set('signIn', () => new ZoomError({kind: 'unauthorized'}));
    expect((await check()).map(({id}) => id)).toEqual(CHECK_IDS);
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
    [{kind: 'unauthorized', because: 'account'}, 'token.account'],
    [{kind: 'unauthorized', because: 'app-type'}, 'token.appType'],
    [{kind: 'unauthorized', because: 'app-disabled'}, 'token.appDisabled'],
  ])('tells what kept it from signing in: %j is %s', async (problem, expected) => {
    world.zoom.faults.set('signIn', () => new ZoomError(problem));
    expect(await finding('token')).toBe(expected);
    expect(await finding('you')).toBe('untested.token');
  });

  it('knows what was swapped by its form', async () => {
    world.zoom.faults.set('signIn', () => new ZoomError({kind: 'unauthorized', because: 'client'}));
    const swapped = {OAuthClientID: 'x'.repeat(32), OAuthClientSecret: 'y'.repeat(22)};
    expect(await finding('token', swapped)).toBe('token.idAndSecretSwapped');
    expect(await finding('token', {OAuthClientID: 'acc-1'})).toBe('token.accountAndClientEqual');
    world.zoom.faults.set('signIn', () => new ZoomError({kind: 'unauthorized', because: 'account'}));
    expect(await finding('token', {AccountID: '123 456-789'})).toBe('token.accountNumber');
  });

  it.each<[Partial<ChatUser>, object | undefined, Finding]>([
    [{}, {type: 2}, 'you.found'],
    [{}, {}, 'you.found'],
    [{}, {type: 1}, 'you.basic'],
    [{}, undefined, 'you.notInZoom'],
    [{}, {email: 'other@example.org'}, 'you.otherEmail'],
    [{}, {status: 'pending'}, 'you.notActive'],
    [{}, {verified: 0}, 'you.notVerified'],
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
    world.zoom.faults.set('findUser', () => new ZoomError(problem));
    expect(await finding('you')).toBe(expected);
  });

  it('says that a token which no API takes is none', async () => {
    world.zoom.faults.set('findUser', () => new ZoomError({kind: 'unauthorized', because: 'app-type'}));
    expect(await finding('token')).toBe('token.useless');
  });

  it.each<[SiteAnswer, Finding]>([
    [{kind: 'answered', status: 405}, 'siteUrl.reachable'],
    [{kind: 'answered', status: 308}, 'siteUrl.redirect'],
    [{kind: 'answered', status: 404}, 'siteUrl.otherAnswer'],
    [{kind: 'bad-certificate'}, 'siteUrl.certificate'],
    [{kind: 'not-answered'}, 'siteUrl.notReached'],
  ])('looks at the Site URL from here: %j is %s', async (answer, expected) => {
    siteAnswer = answer;
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
    world.zoom.faults.set('signIn', () => new ZoomError({kind: 'unauthorized', because: 'client'}));
    const checks = await check({APISecret: 'canary-api-secret'});
    const rendered = checks.map((one) => renderCheck(texts('en'), one, '/settings'));
    expect(JSON.stringify([checks, rendered, world.logger.lines])).not.toContain('canary');
  });
});

describe('Every finding', () => {
  const values = {
    email: 'root@example.org',
    siteUrl: 'https://chat.example.org',
    scopes: '`a`',
    count: 1,
    status: 404,
    acceptedAt: 0,
    refusedAt: 0,
    validatedAt: 0,
    meetingAt: 0,
  };

  const render = (name: Finding, settingsUrl = '/settings') => {
    const problems = [{setting: 'AccountID' as const, kind: 'missing' as const}];
    return renderCheck(texts('en'), {...setupCheck('token', name, values), problems}, settingsUrl);
  };

  it.each(Object.keys(FINDINGS) as Finding[])('%s has a whole sentence that says what it found', (name) => {
    const rendered = render(name);
    expect(rendered.text).toMatch(/^[A-Z`*].*[.?]$/s);
    expect(rendered.text).not.toMatch(/[{}!]/);
    expect(rendered).toMatchObject({
      id: 'token',
      ...FINDINGS[name],
      title: 'Does Zoom accept the credentials?',
    });
  });

  it.each(Object.entries(FINDINGS).filter(([, {state}]) => state === 'wrong' || state === 'missing'))(
    '%s names the field or the page where it is mended',
    (name) => {
      expect(render(name as Finding).text).toMatch(
        /\*\*|→|certificate|Accept|Confirm|Use the same address|The log has/,
      );
    },
  );

  it('a service is not sent to the System Console', () => {
    for (const name of Object.keys(FINDINGS) as Finding[]) {
      if (!name.startsWith('siteUrl.') || name === 'siteUrl.missing') continue;
      expect(render(name, 'none').text).not.toMatch(/System Console|the plugin|this plugin/);
    }
    expect(render('siteUrl.notPublic', 'none').text).toContain(
      '`ServiceURL`, in the configuration of the service',
    );
  });
});
