import {afterEach, expect, it} from '@jest/globals';
import express from 'express';
import request from 'supertest';
import {MODES} from '../../../server/core/domain/modes.js';
import {defineMode} from '../../../server/core/domain/modes/mode.js';
import {readSettings, type Settings} from '../../../server/core/domain/settings.js';
import {NO_ACTIVITY} from '../../../server/core/domain/webhook-activity.js';
import {checkZoom} from '../../../server/core/usecases/check-zoom.js';
import {askMode} from '../../../server/hosts/standalone/cli/ask-mode.js';
import {askPerson} from '../../../server/hosts/standalone/cli/ask-person.js';
import {adminSetup} from '../../../server/inbound/http/admin-setup.js';
import {supportData} from '../../../server/inbound/support-data.js';
import {texts} from '../../../server/messages/texts.js';
import {createZoom} from '../../../server/outbound/zoom/create-zoom.js';
import {createMetrics} from '../../../server/hosts/metrics/create-metrics.js';
import {createFakeWorld} from '../../support/fake-world.js';
import {answerJson, type Behaviour, type FaultServer, startFaultServer} from '../../support/fault-server.js';
import {admin} from '../../support/people.js';
import {createRecordingLogger} from '../../support/recording-logger.js';
import {createImpatientClock} from '../../unit/outbound/zoom/zoom-under-test.js';
import {noConsents} from '../../support/no-consents.js';
import {noProxy} from '../../support/no-proxy.js';

/** All that a new way to connect takes: this, in a file of its own, and its line in the table. */
const ownAccount = defineMode({
  name: 'own_account',
  title: 'OAuth of everyone',
  story: 'server',
  settings: ['OAuthClientID', 'OAuthClientSecret'],
  source: 'From the General app in Zoom’s Marketplace:',
  account: undefined,
  webhooksAreSigned: 'always',
  scopes: 'account',
  consent: 'nobody',
  untoldScopes: 'scopes.untold',
  token: ({OAuthClientID, OAuthClientSecret}) => ({
    kind: 'granted',
    client: {id: OAuthClientID, secret: OAuthClientSecret},
    form: {grant_type: 'client_credentials'},
  }),
  nameOf: () => 'me',
  refusals: ({OAuthClientID}) => ({
    client: OAuthClientID === 'swapped' ? 'token.idAndSecretSwapped' : 'token.client',
    account: 'token.refused',
    'app-type': 'token.appType',
    'app-disabled': 'token.appDisabled',
    'no-jwt': 'token.refused',
    untold: 'token.refused',
  }),
});
const modes = [...MODES, ownAccount];

const stored = {
  ConnectionMode: 'own_account',
  OAuthClientID: 'client-1',
  OAuthClientSecret: 'secret-1',
  WebhookSecret: 'w',
  ZoomWebhookSecret: 'z',
  EncryptionKey: 'e',
};
const site = {url: 'https://chat.example.org', publicUrl: '', locale: 'en', restrictsDirectMessages: false};
const activity = {read: async () => NO_ACTIVITY};
const readPipeline = async () => ({
  webhooks: {total: 0, late: 0},
  due: undefined,
  dead: undefined,
});
const webhookSecrets = {former: async () => ({})};

let server: FaultServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

/** Its settings, connected to a Zoom that gives these tokens and knows the owner of each. */
async function connect(token: Behaviour): Promise<Settings> {
  server = await startFaultServer((asked, response) =>
    (asked.url === '/oauth/token' ? token : answerJson(200, {id: 'user-1'}))(asked, response),
  );
  const addresses = {ZoomURL: server.url, ZoomAPIURL: `${server.url}/v2`, AllowInsecureZoomURLs: true};
  return readSettings({...stored, ...addresses}, modes);
}

const doctor = async (settings: Settings): Promise<string[]> => {
  const parts = {
    clock: createImpatientClock(),
    findProxy: noProxy,
    consents: noConsents,
    random: {bytes: (length: number) => new Uint8Array(length)},
    logger: createRecordingLogger(),
    metrics: createMetrics('plugin'),
  };
  const {checks} = await checkZoom(
    {...parts, chat: createFakeWorld().chat, connectZoom: (zoom) => createZoom({...parts, ...zoom})},
    {settings, isSameApp: false, person: admin, signal: new AbortController().signal},
  );
  return checks.map(({finding}) => finding);
};

it('is no choice before it is in the table', () => {
  const setting = 'ConnectionMode';
  expect(readSettings(stored).problems).toEqual([{setting, kind: 'unknown-choice'}]);
  expect(readSettings(stored, modes).problems).toEqual([]);
});

it('misses what it names, in its order', () => {
  const empty = {...stored, OAuthClientID: '', OAuthClientSecret: ''};
  expect(readSettings(empty, modes).problems.map(({setting}) => setting)).toEqual(ownAccount.settings);
});

it('is on the settings page with its fields, its scopes and its place', async () => {
  const settings = readSettings(stored, modes);
  const app = express().get(
    '/',
    adminSetup({
      ...createFakeWorld(),
      texts,
      modes,
      settings,
      siteUrl: '',
      publicUrl: '',
      activity,
      webhookSecrets,
    }),
  );
  const answer = await request(app).get('/');
  const listed = (answer.body as {modes: object[]}).modes;
  const usual = listed[0];
  expect(listed.at(-1)).toEqual({
    ...usual,
    mode: 'own_account',
    settings: ['OAuthClientID', 'OAuthClientSecret', 'WebhookSecret', 'ZoomWebhookSecret'],
  });
});

it('is signed in by the doctor: with its grant, and each person by the name that it has for them', async () => {
  const settings = await connect(answerJson(200, {access_token: 'token-1', scope: 'user:read:user:admin'}));
  expect(await doctor(settings)).toEqual(['token.works', 'scopes.missing', 'you.found']);
  expect(server?.requests).toEqual(['POST /oauth/token', 'GET /v2/users/me']);
});

it('judges a refusal by its own row', async () => {
  const refused = answerJson(400, {error: 'invalid_client'});
  expect((await doctor(await connect(refused)))[0]).toBe('token.client');
  await server?.close();
  const {zoom} = await connect(refused);
  const swapped = readSettings({...stored, OAuthClientID: 'swapped'}, modes);
  const connection = swapped.zoom?.connection;
  if (zoom === undefined || connection === undefined) throw new Error('These settings lack something');
  expect((await doctor({...swapped, zoom: {...zoom, connection}}))[0]).toBe('token.idAndSecretSwapped');
});

it('is named in the support data', async () => {
  const settings = readSettings(stored, modes);
  const [file] = await supportData({settings, site, activity, readPipeline})();
  expect(JSON.parse(file?.text ?? '')).toMatchObject({connection: {mode: 'own_account', configured: true}});
});

it('is asked for by the service, the secret out of sight', async () => {
  const said: string[] = [];
  const terminal = {
    readLine: async (question: string, options?: {isSecret?: boolean}): Promise<string> => {
      said.push(`${question}${options?.isSecret === true ? ' (secret)' : ''}`);
      return 'typed';
    },
    close: () => undefined,
  };
  const answers = await askMode(
    ownAccount,
    askPerson(terminal, {}, (line) => void said.push(line)),
  );
  expect(said).toEqual([ownAccount.source, 'Client ID', 'Client Secret (secret)']);
  expect(answers).toEqual({
    ConnectionMode: 'own_account',
    OAuthClientID: 'typed',
    OAuthClientSecret: 'typed',
  });
});
