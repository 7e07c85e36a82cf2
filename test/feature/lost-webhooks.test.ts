import {afterEach, beforeEach, expect, it} from '@jest/globals';
import {onEachHost} from '../support/on-each-host.js';
import {waitFor} from '../support/wait-for.js';
import {cardState, createWorld, meetingEvent, sendWebhook, type World} from '../support/world.js';

interface StoredJob {
  kind: string;
  about: string;
  dueAt: number;
}

const BUCKET_MS = 30_000;
const HOUR_MS = 3_600_000;

onEachHost('Webhooks that never come', ({start, pluginDir}) => {
  let world: World;
  beforeEach(async () => {
    world = await createWorld({start, pluginDir: pluginDir(), subscribe: false});
  });
  afterEach(() => world.close());

  /** The jobs that wait, once there are some. */
  const waiting = (): Promise<StoredJob[]> =>
    waitFor(world.host, async () => {
      const rows = [...(await world.host.kv())].filter(([key]) => /^jobs_\d+$/.test(key));
      const jobs = rows.flatMap(([, row]) => JSON.parse(row.toString()) as StoredJob[]);
      return jobs.length > 0 ? jobs : undefined;
    });
  /** As if the product had rested until everything that waits is due. */
  const restUntilDue = async (): Promise<void> => {
    const jobs = await waiting();
    await world.host.deactivate();
    const rows = [...(await world.host.kv()).keys()].filter((key) => /^jobs_\d+$/.test(key));
    const bucket = Math.floor((Date.now() - HOUR_MS) / BUCKET_MS);
    const due = jobs.map((job) => ({...job, dueAt: Date.now() - HOUR_MS}));
    await world.host.seed({
      kv: {
        ...Object.fromEntries(rows.map((key) => [key, '[]'])),
        [`jobs_${bucket}`]: JSON.stringify(due),
        jobs_cursor: JSON.stringify({bucket}),
      },
    });
    await world.host.activate();
  };

  it('R-02 the end of a meeting is found out by asking Zoom', async () => {
    await world.type('/zoom start');
    const number = world.zoom.meetings[0]?.number ?? 0;
    expect(await waiting()).toMatchObject([{kind: 'ask-zoom', about: String(number)}]);
    world.zoom.startMeeting(number);
    world.zoom.endMeeting(number);
    await restUntilDue();
    const card = await world.cardWhen((post) => cardState(post) === 'ended');
    expect(card.props['meeting_status']).toBe('ENDED');
  }, 60_000);

  it('a meeting that goes on is left alone, and asked about again', async () => {
    await world.type('/zoom start');
    world.zoom.startMeeting(world.zoom.meetings[0]?.number ?? 0);
    const [first] = await waiting();
    await restUntilDue();
    await world.cardWhen((post) => cardState(post) === 'live');
    const again = await waitFor(world.host, async () =>
      (await waiting()).find(({dueAt}) => dueAt > (first?.dueAt ?? 0)),
    );
    expect(again.dueAt).toBeGreaterThan(Date.now() + 10 * 60_000);
  }, 60_000);

  it('a card that Mattermost did not take is shown later, by itself', async () => {
    await world.type('/zoom start');
    const [meeting] = world.zoom.meetings;
    if (meeting === undefined) throw new Error('no meeting was created');
    await world.host.fault('UpdatePost', {kind: 'refuse', status: 500});
    await sendWebhook(world, meetingEvent('meeting.ended', meeting));
    await waitFor(world.host, async () =>
      (await waiting()).some(({kind}) => kind === 'show-cards') ? true : undefined,
    );
    await world.host.liftFaults();
    await restUntilDue();
    await world.cardWhen((post) => cardState(post) === 'ended');
  }, 60_000);
});
