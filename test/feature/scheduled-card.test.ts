import {afterAll, beforeAll, beforeEach, expect, it} from '@jest/globals';
import type {SimulatedUser} from '../../sandbox/zoom/state/records.js';
import {emailOf} from '../support/connect-as.js';
import {onEachHost} from '../support/on-each-host.js';
import {pairBrowser} from '../support/pair-browser.js';
import type {HostPost} from '../support/plugin-host.js';
import {attachmentOf} from '../support/sample-card.js';
import {cardState, createWorld, type World} from '../support/world.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

onEachHost('Cards of what is planned in Zoom', ({start, pluginDir, capabilities}) => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld({start, pluginDir: pluginDir()});
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    world = await world.anew();
    world.zoom.liftFaults();
  });

  const inZoom = (who: 'ana' | 'ben' = 'ana'): SimulatedUser => {
    const email = emailOf(world, who);
    const user = world.zoom.users.find((known) => known.email === email);
    if (user === undefined) throw new Error(`Zoom does not know ${who}`);
    return user;
  };
  /** Whole minutes, as Zoom's calendar has them. */
  const soon = (): number => Math.ceil(Date.now() / MINUTE) * MINUTE + 20 * MINUTE;
  const schedule = (changes: Parameters<World['zoom']['addMeeting']>[0] | object = {}) =>
    world.zoom.addMeeting({
      hostId: inZoom().id,
      type: 2,
      topic: 'Planning of the year',
      startTime: soon(),
      duration: 45,
      ...changes,
    });
  const hold = (changes: object = {}) =>
    world.zoom.addWebinar({
      hostId: inZoom().id,
      topic: 'Town hall',
      startTime: soon(),
      panelists: [{name: 'Dora Lee', email: 'dora@example.net'}],
      ...changes,
    });
  const bring = async (number: number, kind: 'meeting' | 'webinar' = 'meeting', words: object = {}) => {
    const place = {userId: world.ana, channelId: world.channelId};
    const token = capabilities.sessions ? undefined : await pairBrowser(world, place);
    const request = {channel_id: world.channelId, root_id: '', kind, number: String(number), ...words};
    const {status, body} = await world.host.http({
      method: 'POST',
      path: '/api/v1/import',
      headers: {
        'Content-Type': 'application/json',
        ...(token !== undefined && {Authorization: `Bearer ${token}`}),
      },
      body: JSON.stringify(request),
      ...(token === undefined && {userId: world.ana}),
    });
    if (status !== 200) throw new Error(`${status}: ${body.toString()}`);
  };
  const zoomCard = ({props}: HostPost) => props['zoom_card'] as Record<string, unknown>;
  const textOf = (post: HostPost): string => attachmentOf(post).text ?? '';
  const isState = (state: string) => (post: HostPost) => cardState(post) === state;

  it('wait for their time, are live with their people, and end as others do', async () => {
    const meeting = schedule();
    await bring(meeting.number);
    const card = await world.card();
    expect(card.message).toMatch(/^Ana Silva announced “Planning of the year” for .* UTC: \[Join meeting\]/);
    expect(textOf(card)).toContain('45 minutes');
    expect(zoomCard(card)).toMatchObject({
      kind: 'scheduled',
      plan: {starts_at: meeting.startTime, minutes: 45},
    });
    world.zoom.startMeeting(meeting.number);
    world.zoom.join(meeting.number, {name: 'Carla'});
    const live = await world.cardWhen((post) => textOf(post).includes('Carla'));
    expect(cardState(live)).toBe('live');
    world.zoom.endMeeting(meeting.number);
    const ended = await world.cardWhen(isState('ended'));
    expect(ended.message).toMatch(/^“Planning of the year” has ended after /);
  });

  it('are not touched by a trial that their host makes long before', async () => {
    const meeting = schedule({startTime: soon() + 48 * HOUR});
    await bring(meeting.number);
    const before = await world.card();
    world.zoom.startMeeting(meeting.number);
    world.zoom.endMeeting(meeting.number);
    await world.zoom.webhooksSettled();
    expect((await world.card()).props).toEqual(before.props);
  });

  it('are live at once where the meeting runs already', async () => {
    const meeting = schedule();
    world.zoom.startMeeting(meeting.number);
    await world.zoom.webhooksSettled();
    await bring(meeting.number);
    expect(cardState(await world.card())).toBe('live');
  });

  it('follow what is changed in Zoom: another topic, another time, with the title that was given here', async () => {
    const meeting = schedule();
    await bring(meeting.number);
    world.zoom.changeMeeting(meeting.number, {topic: 'Review', startTime: soon() + HOUR});
    const changed = await world.cardWhen(({message}) => message.includes('“Review”'));
    expect(zoomCard(changed)['plan']).toMatchObject({starts_at: meeting.startTime});
    const asked = world.zoom.requests.filter(({route}) => route === 'get-meeting');
    expect(asked).toHaveLength(2);
  });

  it('say so when the meeting was deleted in Zoom', async () => {
    const meeting = schedule();
    await bring(meeting.number);
    world.zoom.deleteMeeting(meeting.number);
    const gone = await world.cardWhen(isState('cancelled'));
    expect(gone.message).toBe('“Planning of the year” was deleted in Zoom and does not take place.');
  });

  it('are of the next occurrence of a series, and say when the one after it is', async () => {
    const daily = {type: 1, repeat_interval: 1, end_times: 3} as const;
    const meeting = schedule({type: 8, recurrence: daily, startTime: soon()});
    await bring(meeting.number);
    expect(textOf(await world.card())).toContain('Part of a series · the one after it: ');
    const [first] = meeting.occurrences;
    if (first === undefined) throw new Error('The series has no dates');
    world.zoom.deleteMeeting(meeting.number, first.id);
    const moved = await world.cardWhen(
      (post) => (zoomCard(post)['plan'] as {starts_at: number}).starts_at !== first.startTime,
    );
    expect(cardState(moved)).toBe('waiting');
  });

  it('are ended by their host, and taken back by their number without a change in Zoom', async () => {
    const meeting = schedule();
    await bring(meeting.number);
    const other = await world.type(`/zoom cancel ${meeting.number}`, {userId: world.ben});
    expect(other.text).toContain('No card of yours');
    const {text} = await world.type(`/zoom cancel ${meeting.number}`);
    expect(text).toContain('In Zoom it is still planned');
    const card = await world.card();
    expect(card.message).toBe('Ana Silva took back the announcement of “Planning of the year”.');
    expect([zoomCard(card)['taken_back'], meeting.exists]).toEqual([true, true]);
  });

  it('are among what is live in the channels of their members, and end by a command', async () => {
    const meeting = schedule();
    await bring(meeting.number);
    expect((await world.type('/zoom live')).text).not.toContain('Planning of the year');
    world.zoom.startMeeting(meeting.number);
    await world.cardWhen(isState('live'));
    expect((await world.type('/zoom live')).text).toContain('Planning of the year');
    expect((await world.type('/zoom end')).text).toContain('has ended for everyone');
    expect(cardState(await world.card())).toBe('ended');
  });

  it('of a webinar count its audience, name who speaks, and lead to its end', async () => {
    const webinar = hold();
    await bring(webinar.number, 'webinar');
    const card = await world.card();
    expect(card.message).toContain('[Join webinar]');
    expect(textOf(card)).toContain('Panelist: Dora Lee');
    world.zoom.startWebinar(webinar.number);
    await world.cardWhen(isState('live'));
    world.zoom.attend(webinar.number, {name: 'Carla'});
    const attended = await world.cardWhen((post) => textOf(post).includes('in the webinar'));
    expect(JSON.stringify(attended)).not.toContain('Carla');
    expect((await world.type('/zoom end')).text).toContain('has ended for everyone');
    expect(webinar.status).not.toBe('started');
    await world.cardWhen(isState('ended'));
  });

  it('name alternative hosts by the names that they have here', async () => {
    const meeting = schedule({settings: {alternative_hosts: emailOf(world, 'ben')}});
    await bring(meeting.number);
    const card = await world.card();
    expect(textOf(card)).toContain('Alternative host: ben');
    expect(JSON.stringify(card)).not.toContain('@example.com');
  });
});
