import {afterAll, beforeAll, describe, expect, it} from '@jest/globals';
import {mattermostId} from '../support/mattermost-id.js';
import type {HostPost} from '../support/plugin-host.js';
import type {ServiceHost, StartServiceHost} from '../support/service-host.js';
import {services} from '../support/service-stores.js';
import {isThorough} from '../support/thorough.js';
import {cardState, createWorld, meetingEvent, sendWebhook, type World} from '../support/world.js';

const STORES = isThorough() ? (['SQLite', 'PostgreSQL'] as const) : (['SQLite'] as const);

describe.each(STORES)('The restore of a back-up of the service, on %s', (name) => {
  const start: StartServiceHost = (options) => services[name](options);
  let whole: World;
  let host: ServiceHost;
  let world: World;
  let restore: () => Promise<void>;
  beforeAll(async () => {
    whole = await createWorld({
      pluginDir: '',
      subscribe: false,
      start: async (options) => (host = await start(options)),
    });
    restore = await host.backUp();
  }, 60_000);
  afterAll(() => whole.close(), 60_000);

  const takeUp = (...options: readonly string[]) => host.runCommand('take-up-cards', ...options);
  const tell = async (event: Parameters<typeof meetingEvent>[0]): Promise<number> => {
    const [meeting] = world.zoom.meetings.slice(-1);
    if (meeting === undefined) throw new Error('Nobody has started a meeting');
    return (await sendWebhook(world, meetingEvent(event, meeting))).status;
  };
  /** A meeting that was started after the back-up, and a store that knows nothing of it any more. */
  const losing = async (happens: () => Promise<unknown> = async () => undefined): Promise<HostPost> => {
    world = await whole.anew();
    await world.type('/zoom start Weekly planning');
    const card = await world.card();
    await happens();
    await restore();
    return card;
  };

  it('loses the meetings that were started after it, until their cards are taken up again', async () => {
    const card = await losing(() => tell('meeting.started'));
    // Without the command, nobody knows whose event it is.
    expect([await tell('meeting.started'), cardState(await world.card())]).toEqual([204, 'live']);
    const trial = await takeUp('--since', '2h', '--dry-run');
    expect([trial.status, trial.complained]).toEqual([0, '']);
    expect(trial.said).toContain('To be taken up: 1. On record already: 0. Ended: 0. Left alone: 0.');
    const {status, said, complained} = await takeUp('--since', '2h');
    expect([status, complained]).toEqual([0, '']);
    expect(said).toContain('Taken up: 1. On record already: 0. Ended: 0. Left alone: 0.');
    expect(await tell('meeting.ended')).toBe(204);
    const ended = await world.cardWhen((post) => cardState(post) === 'ended');
    expect([ended.id, ended.props['meeting_topic']]).toEqual([card.id, 'Weekly planning']);
    expect((await takeUp('--since', '2h')).said).toContain('Taken up: 0. On record already: 1.');
  }, 120_000);

  it('A-03 leaves alone, aloud, what is not signed, and what was copied, moved or changed', async () => {
    const card = await losing();
    const elsewhere = (await whole.newcomer()).channelId;
    const ours = card.props['zoom_card'] as Record<string, unknown>;
    const {signed: _, ...unsigned} = ours;
    const forged = (name: string, changes: Partial<HostPost>) => ({
      ...card,
      ...changes,
      id: mattermostId(`${name}post`),
      create_at: Date.now(),
    });
    const left = [
      forged('unsigned', {props: {...card.props, zoom_card: unsigned}}),
      forged('moved', {channel_id: elsewhere}),
      forged('changed', {props: {...card.props, meeting_link: 'https://evil.example.org/j/1'}}),
    ];
    const strangers = [
      forged('person', {user_id: world.ana}),
      forged('bot', {user_id: mattermostId('otherbot')}),
    ];
    await host.seed({posts: [...left, ...strangers]});
    const {said} = await takeUp('--since', '2h');
    expect(said).toContain('Left alone: 3.');
    for (const {id} of left) expect(said).toContain(`Left alone, ${host.siteUrl}/_redirect/pl/${id}: `);
    for (const {id} of strangers) expect(said).not.toContain(id);
    expect(await tell('meeting.ended')).toBe(204);
    await world.cardWhen((post) => post.id === card.id && cardState(post) === 'ended');
    const ids = new Set([...left, ...strangers].map(({id}) => id));
    const others = (await host.posts()).filter(({id}) => ids.has(id));
    expect(others.map(({update_at}) => update_at)).toEqual(Array(5).fill(card.update_at));
  }, 120_000);
});
