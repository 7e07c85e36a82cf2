import {randomBytes} from 'node:crypto';
import {afterAll, beforeAll, expect, it} from '@jest/globals';
import type {ZoomCardProp} from '../../contract/post-props.js';
import {
  admitConsent,
  answerInZoom,
  beginConnect,
  comeBack,
  confirmation,
  consentedBy,
  type Journey,
} from '../support/connect-as.js';
import {mattermostId} from '../support/mattermost-id.js';
import {onEachHost} from '../support/on-each-host.js';
import type {HttpRequest, HttpResponse} from '../support/plugin-host.js';
import {buttonOf, pressButton} from '../support/press-button.js';
import {createPlaces} from '../support/secret-search.js';
import type {ServiceHost} from '../support/service-host.js';
import {waitFor} from '../support/wait-for.js';
import {ADMIN, createWorld, type Reply, sendWebhook, type World} from '../support/world.js';

const PLANTED = {
  WebhookSecret: 'canary-of-the-address',
  EncryptionKey: 'canary-of-the-encryption-key',
  PreviousEncryptionKeys: 'canary-of-a-former-key',
} as const;
const NEXT_KEY = 'canary-of-the-next-key';
const DRAFT = 'canary-of-a-draft';

const PARTICIPANT = 'canary-of-a-participant@example.com';

const IN_JOIN_LINKS = ['a post', 'a row meeting…', 'a row intents_…'].map(
  (place) => `a passcode in ${place}`,
);
/** The secret of the address outlives its change for a day; a passcode is a part of every link to join. */
const WHERE_THEY_HAVE_TO_BE = {
  plugin: [
    'a host link in a private message',
    'a host link in an answer of /api/v1/start-links',
    ...IN_JOIN_LINKS,
    'the secret of the address in a row webhook_secrets',
    'the secret of the address in an answer of /api/v1/admin/setup',
  ],
  service: [
    'a code to be typed in a page',
    'a host link in an answer of /host',
    ...IN_JOIN_LINKS,
    'the secret of the address in a row webhook_secrets',
  ],
} as const;

/** A whole life with every secret known, after which everything that can be read is searched for them. */
onEachHost('Secrets that are planted', ({start, pluginDir, capabilities}) => {
  let world: World;
  /** Whatever Zoom has made that is as long as its secrets are. */
  const made: string[] = [];
  const random = (length: number): Uint8Array => {
    const bytes = randomBytes(length);
    if (length === 24) made.push(bytes.toString('base64url'));
    return bytes;
  };
  const places = createPlaces();
  const states: string[] = [];
  const codes: string[] = [];
  const challenges: string[] = [];
  const nonces: string[] = [];
  const confirmations: string[] = [];
  const links = new Set<string>();
  const note = (place: string, text: string): void => {
    places.add(place, text);
    for (const [, zak = ''] of text.matchAll(/zak=([\w-]+)/g)) links.add(zak);
  };

  beforeAll(async () => {
    world = await createWorld({
      start,
      pluginDir: pluginDir(),
      settings: (zoom) => ({...consentedBy('user')(zoom), ...PLANTED}),
      random,
    });
    admitConsent(world, 'user');
  });
  afterAll(() => world.close());

  const hear = async (request: HttpRequest): Promise<HttpResponse> => {
    const answer = await world.host.http(request);
    note(
      `an answer of ${request.path.split('?')[0]}`,
      JSON.stringify([...answer.headers, answer.body.toString()]),
    );
    return answer;
  };
  const json = (path: string, body: object, userId?: string): Promise<HttpResponse> =>
    hear({
      method: 'POST',
      path,
      headers: {'Content-Type': 'application/json'},
      body: JSON.stringify(body),
      ...(userId !== undefined && {userId}),
    });

  /** What lies there now; rows come and go. */
  const look = async (): Promise<void> => {
    const {host} = world;
    for (const [key, value] of await host.kv()) {
      places.add(
        `a row ${key.replace(/_?[0-9a-z]{26}|_[0-9a-f]{32,}|_[A-Z0-9]{6,}|\d+/g, '…')}`,
        value.toString(),
      );
    }
    for (const post of await host.posts()) places.add('a post', JSON.stringify(post));
    for (const {post} of await host.ephemeralPosts()) note('a private message', JSON.stringify(post));
    places.add('the log', JSON.stringify(await host.logs()));
    places.add('the audit log', JSON.stringify(await host.audits()));
    places.add('the metrics', await host.metrics());
    places.add('the support packet', JSON.stringify(await host.supportData()));
    places.add('an event for browsers', JSON.stringify(await host.webSocketEvents()));
  };

  const leave = async (userId: string): Promise<Journey> => {
    const journey = await beginConnect(world, userId);
    const {searchParams} = new URL(journey.zoom);
    states.push(searchParams.get('state') ?? '');
    challenges.push(searchParams.get('code_challenge') ?? '');
    nonces.push(journey.browser.cookies('/plugins/zoom/oauth2/complete').split('zoom_connect=')[1] ?? '');
    return journey;
  };
  /** Goes to Zoom and back as `email`, and types what the page of a service shows. */
  const go = async (userId: string, email: string): Promise<string> => {
    const journey = await leave(userId);
    const back = await answerInZoom(journey, email);
    codes.push(new URL(back).searchParams.get('code') ?? '');
    await look();
    const page = await comeBack(journey.browser, back);
    places.add('a page', page.text);
    await look();
    const line = confirmation(page);
    if (line === undefined) return page.text;
    confirmations.push(line.split(' ').at(-1) ?? '');
    return (await world.type(line, {userId})).text;
  };

  /** In a channel of its own, where no other meeting is in the way. */
  const startOf = async (topic: string): Promise<Reply> => {
    const channelId = mattermostId(topic.toLowerCase());
    await world.host.seed({
      channels: [{id: channelId}],
      members: [{channel_id: channelId, user_id: world.ana}],
    });
    return world.type(`/zoom start ${topic}`, {channelId});
  };

  it('are nowhere but where they have to be, after people and an administrator have done everything', async () => {
    const {host, zoom, ana} = world;
    const settings = await host.pluginConfig();
    const asAna = {...(capabilities.sessions && {userId: ana})};
    await world.type('/zoom start Weekly planning');

    // Attempts that come to nothing, with words of Zoom's that hold secrets.
    const declined = await leave(ana);
    places.add(
      'a page',
      (await comeBack(declined.browser, await answerInZoom(declined, 'ana@example.com', false))).text,
    );
    const echo = `${zoom.account.clientSecret} ${PLANTED.EncryptionKey}`;
    const body = {reason: echo, error: echo, error_description: echo, errorMessage: echo};
    zoom.fault({route: 'token', grant: 'authorization_code', fault: {kind: 'answer', status: 400, body}});
    places.add('a page', await go(ana, 'ana@example.com'));

    // Connected: a meeting from its start to its end, and every way in for its host.
    expect(await go(ana, 'ana@example.com')).toContain('connected');
    const card = await world.cardWhen(() => true);
    await look();
    const {meeting_id: number, zoom_card: ours} = card.props as {meeting_id: number; zoom_card: {id: string}};
    await json('/api/v1/start-links', {card_id: ours.id, meeting_id: number}, asAna.userId);
    zoom.startMeeting(number);
    zoom.addUser({email: PARTICIPANT, firstName: 'Ida'});
    const ida = zoom.join(number, {email: PARTICIPANT});
    const caller = zoom.join(number, {phoneNumber: '+16465550123'});
    await zoom.webhooksSettled();
    await world.cardWhen(({props}) => (props['zoom_card'] as ZoomCardProp).people_count === 3);
    await look();
    zoom.leave(number, ida.id);
    await zoom.webhooksSettled();
    zoom.endMeeting(number);
    await zoom.webhooksSettled();
    const started = await startOf('Another');
    await pressButton(world, buttonOf(started, 'startAsHost').integration, {userId: ana});
    const told = (await host.posts()).findLast(({message}) => message.includes('/host?ticket='));
    const ticket = /\((http\S+ticket=[^)]+)\)/.exec(told?.message ?? '')?.[1];
    if (ticket !== undefined) await hear({method: 'POST', path: ticket.replace(host.routesUrl, '')});

    // Tokens that are renewed, refused and taken back.
    zoom.expireAccessTokens();
    await world.type('/zoom me');
    await startOf('Third');
    zoom.fault({route: 'token', grant: 'refresh_token', fault: {kind: 'answer', status: 400, body}});
    zoom.expireAccessTokens();
    await startOf('Fourth');
    await look();
    zoom.revokeConsent('ana@example.com');
    zoom.expireAccessTokens();
    await startOf('Fifth');
    await go(ana, 'ana@example.com');
    zoom.fault({route: 'revoke', fault: {kind: 'answer', status: 500, body}});
    await world.type('/zoom disconnect');
    await look();

    // Wrong callers.
    await sendWebhook(world, '{"event":"meeting.ended"}', {headers: {'x-zm-signature': 'v0=00'}});
    await hear({method: 'POST', path: `/webhook?secret=${zoom.account.clientSecret}`});
    await hear({path: `/oauth2/complete?state=${states[0]}&code=${codes[0]}&error=${codes[0]}`, ...asAna});
    await hear({path: `/oauth2/connect?ticket=${codes[0]}`, ...asAna});

    // The administrator: another key, another mode, another Zoom account.
    await host.setPluginConfig({
      ...settings,
      ...PLANTED,
      ConnectionMode: 'account',
      EncryptionKey: NEXT_KEY,
      PreviousEncryptionKeys: PLANTED.EncryptionKey,
    });
    admitConsent(world, 'account');
    const owner = zoom.addUser({email: 'owner@example.com', role: 'owner'});
    zoom.changeAccount({isPublished: true});
    const other = zoom.addUser({email: 'other@elsewhere.example', role: 'owner', accountId: 'elsewhere'});
    await go(ADMIN, owner.email);
    await go(ADMIN, other.email);
    const question = await waitFor(host, async () =>
      (await host.posts()).find(({message}) => message.includes('another Zoom account. Shall')),
    );
    const attachments = (question.props['attachments'] ?? []) as unknown[];
    await look();
    await pressButton(world, buttonOf({attachments}, 'replaceAccount').integration, {userId: ADMIN});
    if (capabilities.settingsPage) {
      await hear({path: '/api/v1/admin/setup', userId: ADMIN});
      await json('/api/v1/admin/test', {settings: {OAuthClientSecret: DRAFT, EncryptionKey: DRAFT}}, ADMIN);
      await json('/api/v1/admin/webhook-secret', {setting: 'WebhookSecret', value: DRAFT}, ADMIN);
    }
    await world.type('/zoom disconnect', {userId: ADMIN});
    await look();

    const {account, meetings} = zoom;
    const passcodes = meetings.flatMap(({encryptedPassword, password}) => [encryptedPassword, password]);
    const inLinks = new Set(meetings.map(({encryptedPassword}) => encryptedPassword.replace(/\.1$/, '')));
    const known = new Set([...inLinks, account.clientSecret, ...codes]);
    const secrets = {
      'the address of a participant': [PARTICIPANT],
      'the telephone number of a participant': [caller.phoneNumber, caller.name],
      'the IP address of a participant': [ida.publicIp, ida.privateIp, caller.publicIp],
      'the client secret': [account.clientSecret],
      'the secret of signatures': [account.secretToken],
      'the secret of the address': [PLANTED.WebhookSecret],
      'an encryption key': [PLANTED.EncryptionKey, PLANTED.PreviousEncryptionKeys, NEXT_KEY],
      'a draft': [DRAFT],
      'a token': made.filter((secret) => !known.has(secret) && !links.has(secret)),
      'a code of Zoom': codes,
      'a state': states,
      'a cookie': nonces,
      'a host link': [...links],
      'a passcode': passcodes.filter((secret) => secret.length > 7),
      ...(!capabilities.sessions && {
        'a code to be typed': confirmations,
        'the token of the bot': [(host as ServiceHost).botToken],
      }),
    };
    // Nothing that was to be searched for is missing, and all of it has happened.
    for (const [name, values] of Object.entries(secrets)) expect([name, values]).not.toEqual([name, []]);
    const log = JSON.stringify(await host.logs());
    const audits = [
      ...log.matchAll(
        /event\W+(connect|disconnect|account-replaced|connection-lost|attempt-refused)\b(?!-)/g,
      ),
    ];
    expect([...new Set(audits.map(([, event]) => event))].sort()).toEqual([
      'account-replaced',
      'attempt-refused',
      'connect',
      'connection-lost',
      'disconnect',
    ]);
    const asked = zoom.requests.map(({route, grant, status}) => `${route} ${grant ?? ''} ${status}`);
    expect(asked).toEqual(
      expect.arrayContaining([
        ...['authorization_code 200', 'authorization_code 400', 'refresh_token 200', 'refresh_token 400'].map(
          (exchange) => `token ${exchange}`,
        ),
        ...['revoke  500', 'revoke  200'],
      ]),
    );
    expect(places.find(secrets)).toEqual(
      [...WHERE_THEY_HAVE_TO_BE[capabilities.sessions ? 'plugin' : 'service']].toSorted(),
    );
    expect(challenges.flatMap((challenge) => places.findPreimage(challenge))).toEqual([]);
  }, 120_000);
});
