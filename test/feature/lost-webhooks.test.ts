import {afterAll, beforeAll, beforeEach, expect, it} from '@jest/globals';
import {onAnyHost} from '../support/on-each-host.js';
import {waitFor} from '../support/wait-for.js';
import {cardState, createWorld, meetingEvent, sendWebhook, type World} from '../support/world.js';

interface StoredJob {
  kind: string;
  about: string;
  dueAt: number;
  /** While a process works on it. */
  lease?: unknown;
}

const BUCKET_MS = 30_000;
const HOUR_MS = 3_600_000;

onAnyHost('Webhooks that never come', ({start, pluginDir}) => {
  let world: World;
  /** What the jobs are about that earlier tests have left. */
  let former: ReadonlySet<string>;
  beforeAll(async () => {
    world = await createWorld({start, pluginDir: pluginDir(), subscribe: false});
  }, 60_000);
  afterAll(() => world.close());
  beforeEach(async () => {
    world = await world.anew();
    former = new Set((await allJobs()).map(({about}) => about));
  });

  const allJobs = async (): Promise<StoredJob[]> =>
    [...(await world.host.kv())]
      .filter(([key]) => /^jobs_\d+$/.test(key))
      .flatMap(([, row]) => JSON.parse(row.toString()) as StoredJob[]);
  /** The jobs of this test that wait, once there are some. */
  const waiting = (): Promise<StoredJob[]> =>
    waitFor(world.host, async () => {
      const jobs = (await allJobs()).filter(({about}) => !former.has(about));
      return jobs.length > 0 ? jobs : undefined;
    });
  /** Those that wait once nobody works on any: the card is shown before its job is put off. */
  const waitingAtRest = (): Promise<StoredJob[]> =>
    waitFor(world.host, async () => {
      const all = await waiting();
      return all.every(({lease}) => lease === undefined) ? all : undefined;
    });
  /** As if the product had rested until everything that waits is due; what earlier tests have left is forgotten. */
  const restUntilDue = async (): Promise<void> => {
    const jobs = await waitingAtRest();
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

  const zoomCard = ({props}: {props: Record<string, unknown>}) => props['zoom_card'];
  const peopleIn = (post: {props: Record<string, unknown>}): unknown =>
    (zoomCard(post) as {people_count?: number}).people_count;

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

  it('R-02 who took part is found out with the end, and the ended card says so', async () => {
    await world.type('/zoom start');
    const number = world.zoom.meetings[0]?.number ?? 0;
    world.zoom.startMeeting(number);
    world.zoom.join(number, {name: 'Carla Gomez'});
    world.zoom.join(number, {name: 'Dora'});
    world.zoom.leave(number, 'Dora');
    world.zoom.endMeeting(number);
    await restUntilDue();
    const card = await world.cardWhen((post) => peopleIn(post) === 3);
    expect(zoomCard(card)).toMatchObject({state: 'ended', people: expect.arrayContaining([{name: 'Carla'}])});
  }, 60_000);

  it('R-02 a meeting under a personal ID is found to run, and to be over once the number waits again', async () => {
    await world.type('/zoom start --pmi');
    const number = Number((await world.card()).props['meeting_id']);
    world.zoom.startMeeting(number);
    await restUntilDue();
    await world.cardWhen((post) => cardState(post) === 'live');
    world.zoom.endMeeting(number);
    // A private one, which is none of the channel's business.
    world.zoom.startMeeting(number);
    await restUntilDue();
    await world.cardWhen((post) => cardState(post) === 'ended');
  }, 60_000);

  it('R-02 a dozen meetings that have ended are asked about one after the other, a second apart', async () => {
    const worlds: World[] = [];
    for (let index = 0; index < 12; index += 1) {
      const next = await world.anew();
      await next.type('/zoom start');
      worlds.push(next);
    }
    const {meetings} = world.zoom;
    for (const {number} of meetings) {
      world.zoom.startMeeting(number);
      world.zoom.endMeeting(number);
    }
    // Each job is stored beside the answer.
    await waitFor(world.host, async () => ((await waiting()).length === 12 ? true : undefined));
    const before = world.zoom.requests.length;
    const began = Date.now();
    await restUntilDue();
    for (const one of worlds) await one.cardWhen((post) => cardState(post) === 'ended');
    const asked = world.zoom.requests.slice(before).filter(({route}) => route === 'get-meeting');
    expect(new Set(asked.map(({path}) => path)).size).toBe(12);
    expect(Date.now() - began).toBeGreaterThanOrEqual(11_000);
  }, 120_000);

  it('a meeting that goes on is left alone, and asked about again', async () => {
    await world.type('/zoom start');
    world.zoom.startMeeting(world.zoom.meetings[0]?.number ?? 0);
    await restUntilDue();
    await world.cardWhen((post) => cardState(post) === 'live');
    const again = await waitFor(world.host, async () =>
      (await waiting()).find(({dueAt}) => dueAt > Date.now()),
    );
    expect(again.dueAt).toBeGreaterThan(Date.now() + 5 * 60_000);
  }, 60_000);

  /** As when Zoom no longer knows, or does not know yet. */
  const forget = (route: 'get-meeting' | 'get-past-meeting', {times}: {times: number}): void =>
    world.zoom.fault({
      route,
      fault: {kind: 'answer', status: 404, body: {code: 3001, message: 'Meeting does not exist.'}},
      times,
    });
  /** As if the last answer were minutes old. */
  const letMinutesPass = async (): Promise<void> => {
    const rows = [...(await world.host.kv())].filter(([key]) => key.startsWith('meeting_'));
    const older = rows.map(([key, row]) => [
      key,
      row.toString().replace(/"unknown(Since|At)":(\d+)/g, (_all, name: string, at: string) => {
        return `"unknown${name}":${Number(at) - 300_000}`;
      }),
    ]);
    await world.host.seed({kv: Object.fromEntries(older) as Record<string, string>});
  };

  it('a meeting that was seen to start and that Zoom no longer knows is closed at once, and its times come later', async () => {
    await world.type('/zoom start');
    const [meeting] = world.zoom.meetings;
    if (meeting === undefined) throw new Error('no meeting was created');
    await sendWebhook(world, meetingEvent('meeting.started', meeting));
    world.zoom.startMeeting(meeting.number);
    world.zoom.endMeeting(meeting.number);
    forget('get-past-meeting', {times: 1});
    await restUntilDue();
    const closed = await world.cardWhen((post) => cardState(post) === 'ended');
    expect(zoomCard(closed)).not.toHaveProperty('ended_at');
    expect(closed.props['meeting_status']).toBe('ENDED');
    const isAskedAgain = {kind: 'ask-zoom', about: String(meeting.number)};
    expect(await waitingAtRest()).toContainEqual(expect.objectContaining(isAskedAgain));
    await restUntilDue();
    await world.cardWhen((post) => typeof (zoomCard(post) as {ended_at?: number}).ended_at === 'number');
  }, 60_000);

  it('a meeting that nobody saw start and that Zoom no longer knows is told as unknown after the second answer', async () => {
    const before = (await world.host.logs()).length;
    await world.type('/zoom start');
    forget('get-meeting', {times: 2});
    await restUntilDue();
    const row = `meeting_${world.zoom.meetings[0]?.number}`;
    await waitFor(world.host, async () =>
      (await world.host.kv()).get(row)?.includes('unknownAt') === true ? true : undefined,
    );
    expect(cardState(await world.card())).toBe('waiting');
    await letMinutesPass();
    await restUntilDue();
    const card = await world.cardWhen((post) => cardState(post) === 'unknown');
    expect(card.message).toContain('Zoom no longer knows the meeting');
    const lines = (await world.host.logs())
      .slice(before)
      .filter(({message}) => message.startsWith('Zoom was asked about meetings'));
    // One for each life of the process: whatever else is to be told follows an hour later.
    expect(lines).toHaveLength(2);
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

  it('the end of a meeting whose channel was archived meanwhile is shown once it is open again', async () => {
    await world.type('/zoom start');
    const [meeting] = world.zoom.meetings;
    if (meeting === undefined) throw new Error('no meeting was created');
    await sendWebhook(world, meetingEvent('meeting.started', meeting));
    const setArchived = (delete_at: number) =>
      world.host.seed({channels: [{id: world.channelId, delete_at}]});
    await setArchived(Date.now());
    expect((await sendWebhook(world, meetingEvent('meeting.ended', meeting))).status).toBe(503);
    expect(cardState(await world.card())).toBe('live');
    await waitFor(world.host, async () =>
      (await waiting()).some(({kind}) => kind === 'show-cards') ? true : undefined,
    );
    await setArchived(0);
    await restUntilDue();
    await world.cardWhen((post) => cardState(post) === 'ended');
  }, 60_000);
});
