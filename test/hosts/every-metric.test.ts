import {beforeEach, describe, expect, it} from '@jest/globals';
import request from 'supertest';
import {compose} from '../../server/compose.js';
import type {Application} from '../../server/core/ports/application.js';
import type {CommandDefinition} from '../../server/core/ports/host.js';
import type {Job} from '../../server/core/ports/jobs.js';
import type {MetricFamily, Metrics} from '../../server/core/ports/metrics.js';
import {METRICS} from '../../server/core/ports/metrics/table.js';
import {createMetrics} from '../../server/hosts/metrics/create-metrics.js';
import {METRICS_TYPE, renderMetrics} from '../../server/hosts/metrics/render-metrics.js';
import {createEdge} from '../../server/hosts/standalone/http/create-edge.js';
import {healthy} from '../../server/hosts/standalone/http/health.js';
import type {MattermostClient} from '../../server/hosts/standalone/mattermost/client.js';
import {watchBot} from '../../server/hosts/standalone/mattermost/watch-bot.js';
import {watchConnection} from '../../server/hosts/standalone/mattermost/watch-connection.js';
import {createRegistering} from '../../server/hosts/standalone/registering.js';
import {runJob} from '../../server/inbound/jobs/run-job.js';
import {createWebhookActivityLog} from '../../server/outbound/store/webhook-activity-log.js';
import {createJobs} from '../../server/outbound/store/jobs.js';
import {createFakeHost} from '../support/fake-host.js';
import {createFakeWorld, type FakeWorld} from '../support/fake-world.js';
import {createHttpUnderTest, URL_SECRET} from '../support/http-under-test.js';
import {createJoinPageUnderTest} from '../support/join-page-under-test.js';
import {listen, closeServer} from '../support/listen.js';
import {ana} from '../support/people.js';
import {channelId} from '../support/sample-card.js';
import {siteAnswer} from '../support/site-answer.js';
import {CALLS, noHurry, startZoomUnderTest} from '../unit/outbound/zoom/zoom-under-test.js';

type Name = keyof typeof METRICS;
const NAMES = Object.keys(METRICS) as Name[];

let world: FakeWorld;
let metrics: Metrics;
beforeEach(() => {
  metrics = createMetrics('service');
  world = {...createFakeWorld(), metrics};
});

const MINUTE_MS = 60_000;
const start = {
  userId: ana.id,
  channelId,
  rootId: '',
  text: '/zoom start',
  drawsCards: false,
  mayPostHere: false,
};

/** A node of the product, not yet started. */
const node = (): Application =>
  compose(
    createFakeHost(world, {
      loadSettings: async () => ({
        AccountID: 'acc-1',
        OAuthClientID: 'id',
        OAuthClientSecret: 'secret',
        EncryptionKey: 'key',
        WebhookSecret: 'address',
      }),
    }),
    {connectZoom: () => world.zoom, probeSite: async () => siteAnswer(405)},
  );

/** A meeting is on; the node that started it has ended, and others have not begun yet. */
async function startMeeting(): Promise<Application> {
  const first = node();
  await first.start();
  await first.runCommand(start);
  await first.stop(MINUTE_MS);
  return node();
}

async function takeJob(): Promise<Job> {
  const jobs = createJobs({...world, owner: 'me'});
  await jobs.schedule({kind: 'ask-zoom', about: '1', dueAt: world.clock.now()});
  world.clock.advance(MINUTE_MS);
  return ((await jobs.takeDue()) as [Job])[0];
}

const runAs = async (outcome: 'done' | {failed: string}): Promise<void> =>
  runJob(
    {...world, jobs: createJobs({...world, owner: 'me'}), ending: new AbortController().signal},
    [{name: 'ask-zoom', run: async () => outcome}],
    await takeJob(),
  );

async function askZoom(): Promise<void> {
  const {
    zoom,
    server,
    metrics: moved,
  } = await startZoomUnderTest({
    api: (_request, response) => void response.writeHead(503).end('{}'),
  });
  await CALLS.findUser(zoom, noHurry()).catch(() => undefined);
  await server.close();
  metrics = moved;
}

async function postWebhook(): Promise<void> {
  const server = await listen(createHttpUnderTest(world).app);
  await request(server).post(`/webhook?secret=${URL_SECRET}`).send({});
  await closeServer(server);
}

async function askEdge(): Promise<void> {
  const edge = createEdge({
    ...world,
    application: {serveHttp: () => undefined},
    command: healthy,
    ready: healthy,
    isRunning: () => false,
  });
  const server = await listen(edge);
  await request(server).get('/healthz');
  await closeServer(server);
}

async function lookAtBot(): Promise<void> {
  const api = {getMe: async () => ({})} as unknown as MattermostClient['api'];
  const client = {api, send: async () => undefined};
  watchBot({...world, client, lastName: async () => 'zoom', isBack: () => undefined}).look();
  await world.clock.untilWaiting();
}

const reconnect = (): void => [true, false, true].forEach(watchConnection(world));

async function readLate(): Promise<void> {
  const other = await startMeeting();
  world.clock.advance(30 * MINUTE_MS);
  await other.readMetrics();
}

/** What moves each of them, through the code that moves it when the product runs. */
const MOVERS: Readonly<Record<Exclude<Name, 'buildInfo'>, () => unknown>> = {
  zoomCalls: askZoom,
  zoomSeconds: askZoom,
  clockOffset: askZoom,
  webhooks: postWebhook,
  webhookLast: async () => {
    const written: Promise<void>[] = [];
    const log = createWebhookActivityLog({...world, inBackground: (work) => void written.push(work)});
    log.note({accepted: {at: world.clock.now()}});
    await Promise.all(written);
    await node().readMetrics();
  },
  commandSeconds: startMeeting,
  meetingsStarted: startMeeting,
  cardsOpen: async () => (await startMeeting()).readMetrics(),
  joinEntries: async () => {
    const page = await createJoinPageUnderTest(world);
    await page.enter();
    await page.close();
  },
  jobsDue: readLate,
  jobsOldest: readLate,
  jobsDone: () => runAs('done'),
  jobsGivenUp: () => runAs({failed: 'in vain'}),
  storeSeconds: startMeeting,
  storeErrors: async () => {
    world.keyValue.fail();
    await node().readMetrics();
  },
  httpRequests: askEdge,
  httpSeconds: askEdge,
  mattermostConnected: lookAtBot,
  websocketConnected: reconnect,
  websocketReconnects: reconnect,
  teamsWithoutCommand: () =>
    createRegistering({
      ...world,
      commands: {
        keep: () => Promise.resolve(),
        isIn: () => true,
        without: () => [{team: 'Design', obstacle: {kind: 'forbidden'}}],
      },
    }).register({trigger: 'zoom'} as CommandDefinition),
};

const familyOf = (name: Name): MetricFamily | undefined =>
  metrics.read().find((family) => family.name === METRICS[name].name);
const isMoved = (name: Name): boolean => familyOf(name)?.samples.some(({value}) => value !== 0) ?? false;

describe('The metrics', () => {
  it.each(NAMES.filter((name) => name !== 'buildInfo'))('%s moves when its time comes', async (name) => {
    expect(isMoved(name)).toBe(false);
    await MOVERS[name]();
    expect(isMoved(name)).toBe(true);
  });

  it('say from the beginning which build it is', () => {
    expect(familyOf('buildInfo')?.samples).toMatchObject([{labels: {host: 'service'}, value: 1}]);
  });

  it.each(NAMES)('%s is named as Prometheus wants it', (name) => {
    const {name: told, type, labels} = METRICS[name];
    expect(told).toMatch(/^zoom_[a-z]+(_[a-z]+)*$/);
    expect(told.endsWith('_total')).toBe(type === 'counter');
    expect(told).not.toMatch(/_(ms|milliseconds|minutes)(_|$)/);
    expect(type !== 'histogram' || told.endsWith('_seconds')).toBe(true);
    for (const label of Object.keys(labels)) expect(label).toMatch(/^[a-z]+$/);
  });

  it('of a plugin leave out what only a service has', () => {
    const ofPlugin = new Set(
      createMetrics('plugin')
        .read()
        .map(({name}) => name),
    );
    const ofService = metrics.read().map(({name}) => name);
    expect(ofService.filter((name) => !ofPlugin.has(name))).toEqual(
      Object.values<{name: string; on?: string}>(METRICS)
        .filter(({on}) => on === 'service')
        .map(({name}) => name),
    );
  });
});

describe('The text of the metrics', () => {
  const linesOf = (name: string): string[] =>
    renderMetrics(metrics.read())
      .split('\n')
      .filter((line) => line.startsWith(name));

  it('is Prometheus’ own format', () => {
    expect(METRICS_TYPE).toBe('text/plain; version=0.0.4; charset=utf-8');
    const [help, type, ...samples] = renderMetrics(metrics.read()).split('\n').slice(3);
    expect([help, type]).toEqual([
      expect.stringMatching(/^# HELP zoom_api_calls_total \w/),
      '# TYPE zoom_api_calls_total counter',
    ]);
    for (const line of samples) expect(line).toMatch(/^(# (HELP|TYPE) zoom_|zoom_\w+(\{.*\})? [\d.]+$|$)/);
  });

  it('begins each counter with 0, and a value that is new together with all that may stand beside it', () => {
    expect(linesOf('zoom_jobs_done_total')).toEqual([
      'zoom_jobs_done_total{kind="ask-zoom"} 0',
      'zoom_jobs_done_total{kind="show-cards"} 0',
      'zoom_jobs_done_total{kind="revoke-consent"} 0',
    ]);
    expect(linesOf('zoom_api_calls_total')).toEqual([]);
    metrics.zoomCalls.add({result: 'timeout', endpoint: 'token'});
    expect(linesOf('zoom_api_calls_total')).toEqual(
      expect.arrayContaining([
        'zoom_api_calls_total{endpoint="token",result="ok"} 0',
        'zoom_api_calls_total{endpoint="token",result="timeout"} 1',
      ]),
    );
  });

  it('counts what took as long as a bound, or less, below the bound', () => {
    metrics.commandSeconds.observe(0.1);
    metrics.commandSeconds.observe(0.3);
    metrics.commandSeconds.observe(60);
    expect(linesOf('zoom_command_seconds')).toEqual([
      'zoom_command_seconds_bucket{le="0.005"} 0',
      'zoom_command_seconds_bucket{le="0.01"} 0',
      'zoom_command_seconds_bucket{le="0.025"} 0',
      'zoom_command_seconds_bucket{le="0.05"} 0',
      'zoom_command_seconds_bucket{le="0.1"} 1',
      'zoom_command_seconds_bucket{le="0.25"} 1',
      'zoom_command_seconds_bucket{le="0.5"} 2',
      'zoom_command_seconds_bucket{le="1"} 2',
      'zoom_command_seconds_bucket{le="2.5"} 2',
      'zoom_command_seconds_bucket{le="5"} 2',
      'zoom_command_seconds_bucket{le="10"} 2',
      'zoom_command_seconds_bucket{le="+Inf"} 3',
      'zoom_command_seconds_sum 60.4',
      'zoom_command_seconds_count 3',
    ]);
  });

  it('shows no value of a gauge that nobody knows', () => {
    expect(linesOf('zoom_jobs_due')).toEqual([]);
    metrics.jobsDue.set(3);
    expect(linesOf('zoom_jobs_due')).toEqual(['zoom_jobs_due 3']);
    metrics.jobsDue.set(undefined);
    expect(linesOf('zoom_jobs_due')).toEqual([]);
  });
});
