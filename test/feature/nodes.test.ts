import {createHash} from 'node:crypto';
import {afterEach, beforeEach, describe, expect, it} from '@jest/globals';
import {zoomPostProps} from '../../server/core/domain/post-props.js';
import {INTENT_WINDOW} from '../../server/core/ports/intents.js';
import {mattermostId} from '../support/mattermost-id.js';
import {requestPlugin} from '../support/request-plugin.js';
import {createSampleCard} from '../support/sample-card.js';
import type {ServiceHost, StartServiceHost} from '../support/service-host.js';
import type {ServiceProcess} from '../../sandbox/service/service-process.js';
import {services} from '../support/service-stores.js';
import {isThorough} from '../support/thorough.js';
import {waitFor} from '../support/wait-for.js';
import {
  ANA,
  CHANNEL,
  cardState,
  createWorld,
  meetingEvent,
  sendWebhook,
  type World,
} from '../support/world.js';

const BUCKET_MS = 30_000;
const HOUR_MS = 3_600_000;

/** A meeting as the simulator would know it, and its card as it was posted. */
function posted(index: number) {
  const number = 85_500_000_000 + index;
  const postId = mattermostId(`post${index}x`);
  const card = createSampleCard({
    id: `intent-${index}`,
    postId,
    channelId: CHANNEL,
    meeting: {
      number: String(number),
      uuid: `uuid-${index}==`,
      hostId: 'zoom-ana',
      joinUrl: `https://zoom.us/j/${number}`,
    },
    openedAt: Date.now() - HOUR_MS,
  });
  return {
    meeting: {number, uuid: `uuid-${index}==`, hostId: 'zoom-ana', topic: 'Weekly planning'},
    card,
    row: [`meeting_${number}`, JSON.stringify([card])] as const,
    post: {
      id: postId,
      channel_id: CHANNEL,
      user_id: ANA,
      type: 'custom_zoom',
      props: {...zoomPostProps(card)},
    },
  };
}

const STORES = isThorough() ? (['SQLite', 'PostgreSQL'] as const) : (['PostgreSQL'] as const);

describe.each(STORES)('Several nodes of the service on one %s', (name) => {
  // Several nodes are for PostgreSQL; on SQLite they meet while one takes over from another.
  const meetings = isThorough() ? (name === 'PostgreSQL' ? 1_000 : 250) : 80;
  const start: StartServiceHost = (options) => services[name](options);
  let world: World;
  let host: ServiceHost;
  let nodes: ServiceProcess[];
  beforeEach(async () => {
    nodes = [];
    world = await createWorld({
      pluginDir: '',
      subscribe: false,
      start: async (options) => (host = await start(options)),
    });
  }, 60_000);
  afterEach(async () => {
    await Promise.all(nodes.map((node) => node.end()));
    await world.close();
  }, 60_000);
  const addNode = async (): Promise<ServiceProcess> => {
    const node = await host.addNode();
    nodes.push(node);
    return node;
  };
  /** The same world, as Zoom would reach it through this node. */
  const through = (node: ServiceProcess): Parameters<typeof sendWebhook>[0] => ({
    ...world,
    host: {...host, http: (request) => requestPlugin(`${node.url}/plugins/zoom`, request, () => ({}))},
  });
  const seedJobs = (jobs: readonly object[]): Promise<void> => {
    const bucket = Math.floor((Date.now() - HOUR_MS) / BUCKET_MS);
    const kv = {[`jobs_${bucket}`]: JSON.stringify(jobs), jobs_cursor: JSON.stringify({bucket})};
    return host.seed({kv});
  };

  it(`R-04 shuffled and repeated events of ${meetings} meetings end as those of one node would`, async () => {
    const all = Array.from({length: meetings}, (_, index) => posted(index));
    await host.seed({posts: all.map(({post}) => post), kv: Object.fromEntries(all.map(({row}) => row))});
    const [bot] = await host.bots();
    await host.seed({posts: all.map(({post}) => ({...post, user_id: bot?.user_id ?? ''}))});
    const targets = [world, through(await addNode())];
    const bodies = all.flatMap(({meeting}) => {
      const events = (['meeting.started', 'meeting.ended'] as const).map((event) =>
        meetingEvent(event, meeting as Parameters<typeof meetingEvent>[1]),
      );
      return [...events, ...events].map((body, index) => ({
        body,
        at: (meeting.number * 7919 * (index + 3)) % 104_729,
      }));
    });
    const queue = bodies.sort((a, b) => a.at - b.at);
    const statuses = new Set<number>();
    const send = async (): Promise<void> => {
      for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
        const target = targets[queue.length % 2] ?? world;
        const {status} = await sendWebhook(target, next.body);
        statuses.add(status);
        // On a machine that has much else to do, some wait too long to be shown: Zoom sends them again.
        if (status === 503) queue.push(next);
      }
    };
    await Promise.all(Array.from({length: 32}, send));
    expect([...statuses].filter((status) => status !== 503)).toEqual([204]);
    // Where the nodes had shown one card in turn, the one that was overtaken shows it once more beside its answers.
    await waitFor(host, async () => {
      const cards = (await host.posts()).filter(({type}) => type === 'custom_zoom');
      expect(cards).toHaveLength(meetings);
      return cards.every((card) => cardState(card) === 'ended') || undefined;
    });
  }, 120_000);

  it('three nodes run each job once', async () => {
    await host.deactivate();
    const all = Array.from({length: 6}, (_, index) => posted(index));
    await host.seed({posts: all.map(({post}) => post), kv: Object.fromEntries(all.map(({row}) => row))});
    const due = {kind: 'ask-zoom', dueAt: Date.now() - HOUR_MS, since: Date.now() - HOUR_MS, tries: 0};
    await seedJobs(all.map(({meeting}) => ({...due, about: String(meeting.number)})));
    await Promise.all([addNode(), addNode(), addNode()]);
    const asked = (): string[] =>
      world.zoom.requests.filter(({route}) => route === 'get-meeting').map(({path}) => path);
    await waitFor(host, async () => (new Set(asked()).size === 6 ? true : undefined));
    await waitFor(host, async () => {
      const rows = [...(await host.kv())].filter(([key]) => /^jobs_\d+$/.test(key));
      return rows
        .flatMap(([, row]) => JSON.parse(row.toString()) as {lease?: object}[])
        .some(({lease}) => lease !== undefined)
        ? undefined
        : true;
    });
    expect(asked().sort()).toEqual([...new Set(asked())].sort());
  }, 60_000);

  it('a command that is missing is registered by one of the nodes, though all of them hear that it may be', async () => {
    await Promise.all([addNode(), addNode()]);
    const [bot] = await host.bots();
    const teamId = mattermostId('team');
    for (const change of ['delete', 'give a new token'] as const) {
      await host.resetCalls();
      const before = (await host.logs()).length;
      await host.changeCommand(change);
      await host.seed({teamMembers: [{team_id: teamId, user_id: bot?.user_id ?? '', scheme_admin: true}]});
      await waitFor(host, async () => {
        const said = (await host.logs()).slice(before).map(({message}) => message);
        const news = change === 'delete' ? 'deleted' : 'a new token';
        return said.some((message) => message.includes(news)) || undefined;
      });
      expect((await host.calls())['RegisterCommand'] ?? 0).toBe(change === 'delete' ? 1 : 0);
      expect((await world.type('/zoom help')).text).toContain('/zoom start');
    }
  }, 60_000);

  it('a start of another node keeps its time: Zoom is to tell again, and after that time the card is there', async () => {
    const meeting = {number: 85_512_345_678, uuid: 'uuid-1==', hostId: 'zoom-ana', topic: 'Weekly planning'};
    const seedIntent = (claimedAt: number): Promise<void> => {
      const intent = {
        ...{id: 'intent-1', userId: ANA, username: 'ana', name: 'Ana Silva', channelId: CHANNEL, rootId: ''},
        ...{topic: meeting.topic, openedAt: claimedAt, claimedAt},
        owner: {node: 'another', life: 'first', at: claimedAt},
        meeting: {...posted(0).card.meeting, number: String(meeting.number), uuid: meeting.uuid},
      };
      const row = createHash('sha256').update(CHANNEL).digest().readUInt32BE(0) % 8;
      return host.seed({kv: {[`intents_${row}`]: JSON.stringify([intent])}});
    };
    const body = meetingEvent('meeting.started', meeting as Parameters<typeof meetingEvent>[1]);
    // A machine with much else to do may take longer than the window until it asks.
    await seedIntent(Date.now() + 60_000);
    const {status, headers} = await sendWebhook(world, body);
    expect([status, headers.get('retry-after')]).toEqual([503, '300']);
    expect(await world.cards()).toEqual([]);
    await seedIntent(Date.now() - INTENT_WINDOW);
    expect((await sendWebhook(world, body)).status).toBe(204);
    expect(cardState(await world.card())).toBe('live');
  }, 60_000);

  it('the work of a node that was killed is taken over when its lease has ended', async () => {
    await host.deactivate();
    const {meeting, post, row} = posted(0);
    await host.seed({posts: [post], kv: Object.fromEntries([row])});
    const job = {
      kind: 'ask-zoom',
      about: String(meeting.number),
      dueAt: Date.now() - HOUR_MS,
      since: Date.now() - HOUR_MS,
      tries: 0,
    };
    await seedJobs([job]);
    world.zoom.fault({route: 'get-meeting', fault: {kind: 'hang'}});
    const first = await addNode();
    await world.zoom.waitForRequest(({route}) => route === 'get-meeting');
    await first.kill();
    world.zoom.liftFaults();
    const before = world.zoom.requests.length;
    // As if the minute of the lease had passed.
    await seedJobs([{...job, lease: {owner: 'the first', until: Date.now() - 1}}]);
    await addNode();
    await waitFor(host, async () =>
      world.zoom.requests.slice(before).some(({route}) => route === 'get-meeting') ? true : undefined,
    );
  }, 60_000);
});
