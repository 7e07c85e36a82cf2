import {afterAll, beforeAll, beforeEach, expect, it} from '@jest/globals';
import type {SimulatedMeeting} from '../../sandbox/zoom/state/records.js';
import type {ZoomCardProp} from '../../contract/post-props.js';
import {attendance} from '../../server/core/domain/attendance.js';
import type {Card} from '../../server/core/domain/card.js';
import type {Stay} from '../../server/core/domain/people/stay.js';
import {onEachHost} from '../support/on-each-host.js';
import {participantEvent} from '../support/participant-event.js';
import type {HostPost, HttpResponse} from '../support/plugin-host.js';
import {buttonOf, pressButton} from '../support/press-button.js';
import {untilOnRecord} from '../support/until-on-record.js';
import {waitFor} from '../support/wait-for.js';
import {createWorld, sendWebhook, type World} from '../support/world.js';

onEachHost('People in a meeting', ({start, pluginDir, capabilities}) => {
  let servers: World;
  let world: World;
  let meeting: SimulatedMeeting;
  beforeAll(async () => {
    servers = await createWorld({start, pluginDir: pluginDir()});
  });
  afterAll(() => servers.close());
  beforeEach(async () => {
    world = await servers.anew();
    await world.type('/zoom start Weekly planning');
    meeting = world.zoom.meetings.at(-1) as SimulatedMeeting;
    await untilOnRecord(world, meeting.number);
  });

  const hear = (what: string, who: Record<string, unknown> = {}, object = {}): Promise<HttpResponse> =>
    sendWebhook(world, participantEvent(what, meeting, who, object));
  /** Ben is in Zoom under another name than here. */
  const asBen = async (): Promise<Record<string, unknown>> => {
    const email = `${world.ben}@example.com`;
    await world.host.seed({users: [{id: world.ben, nickname: 'Ben Kim', email}]});
    return {user_id: '1', user_name: 'ben 📱', email};
  };
  const row = async (): Promise<string> =>
    (await world.host.kv()).get(`meeting_${meeting.number}`)?.toString() ?? '';
  const stored = async (): Promise<Card> => (JSON.parse(await row()) as [Card])[0];
  const stays = async (): Promise<readonly Stay[]> => (await stored()).stays ?? [];
  const shown = async (holds: (card: ZoomCardProp) => boolean): Promise<ZoomCardProp> => {
    const isShown = ({props}: HostPost): boolean => holds(props['zoom_card'] as ZoomCardProp);
    return (await world.cardWhen(isShown)).props['zoom_card'] as ZoomCardProp;
  };

  it('are known when Zoom has its answer: a colleague as they are called here, a guest as they typed', async () => {
    expect((await hear('joined', await asBen())).status).toBe(204);
    expect((await hear('joined', {user_id: 2, user_name: '*Carla* <b>Gomez</b>'})).status).toBe(204);
    expect(await stays()).toMatchObject([
      {id: '1', userId: world.ben, name: 'Ben Kim'},
      {id: '2', name: '*Carla* <b>Gomez</b>'},
    ]);
  });

  it.each(['leftAndJoined', 'named'] as const)(
    'are on the card, host first, wherever they go within it (%s), until they leave',
    async (moves) => {
      const {zoom} = world;
      const {number} = meeting;
      const happen = async (does: () => unknown): Promise<number> => {
        does();
        await zoom.webhooksSettled();
        return attendance(await stored()).present.count;
      };
      zoom.changeAccount({moves});
      await world.host.seed({users: [{id: world.ben, nickname: 'Ben Kim'}]});
      const email = zoom.users.findLast((user) => user.email.startsWith('ben'))?.email ?? '';
      await happen(() => zoom.startMeeting(number));
      await happen(() => zoom.join(number, {name: 'Carla Gomez'}));
      expect(await happen(() => zoom.join(number, {name: 'Ben', email}))).toBe(3);
      expect((await shown(({people_count}) => people_count === 3)).people).toEqual([
        {user_id: world.ana, name: 'Ana Silva', is_host: true},
        {user_id: world.ben, name: 'Ben Kim'},
        {name: 'Carla'},
      ]);
      for (const room of ['Room 1', 'Room 2', undefined, 'Room 1']) {
        expect(await happen(() => zoom.moveTo(number, 'Carla Gomez', room))).toBe(3);
        expect(await happen(() => zoom.moveTo(number, 'Ben', room))).toBe(3);
      }
      expect(await happen(() => zoom.leave(number, 'Carla Gomez'))).toBe(2);
      expect(await shown(({people_count}) => people_count === 2)).toMatchObject({host_is_in: true});
      await happen(() => zoom.endMeeting(number));
      expect(await shown(({state}) => state === 'ended')).toMatchObject({people_count: 3, waiting_count: 0});
    },
  );

  it('wait for their host, and in the waiting room, until they are in or give up', async () => {
    const {zoom} = world;
    const {number} = meeting;
    const count = async (): Promise<unknown> => {
      await zoom.webhooksSettled();
      const {waiting, present} = attendance(await stored());
      return {waiting, present: present.count};
    };
    zoom.changeMeeting(number, {joinBeforeHost: false, waitingRoom: true});
    zoom.join(number, {name: 'Carla'});
    zoom.join(number, {name: 'Dora'});
    expect(await count()).toEqual({waiting: 2, present: 0});
    expect(await shown(({waiting_count}) => waiting_count === 2)).toMatchObject({state: 'waiting'});
    zoom.leave(number, 'Dora');
    expect(await count()).toEqual({waiting: 1, present: 0});
    zoom.startMeeting(number);
    expect(await count()).toEqual({waiting: 1, present: 1});
    zoom.admit(number, 'Carla');
    expect(await count()).toEqual({waiting: 0, present: 2});
    zoom.putBack(number, 'Carla');
    expect(await count()).toEqual({waiting: 1, present: 1});
    const isHostShown = (card: ZoomCardProp): boolean => card.host_is_in === true && card.waiting_count === 1;
    expect(await shown(isHostShown)).toMatchObject({state: 'live', people_count: 1});
  });

  it('leave neither address nor telephone number nor IP address behind', async () => {
    await hear('joined', await asBen());
    await hear('left', {email: 'carla@elsewhere.example'});
    const {host} = world;
    const left = JSON.stringify([await row(), await host.posts(), await host.logs(), await host.metrics()]);
    for (const personal of [`${world.ben}@`, 'carla@', '34600123456', '203.0.113.7', '10.0.0.7'])
      expect(left).not.toContain(personal);
  });

  it('W-02 who joins a hundred times at once is one, and W-03 who is not signed is nobody', async () => {
    const body = participantEvent('joined', meeting);
    const answers = await Promise.all(Array.from({length: 100}, () => sendWebhook(world, body)));
    const forged = await sendWebhook(world, participantEvent('joined', meeting, {user_id: '9'}), {
      headers: {'x-zm-signature': `v0=${'0'.repeat(64)}`},
    });
    expect([new Set(answers.map(({status}) => status)), forged.status]).toEqual([new Set([204]), 401]);
    expect(await stays()).toHaveLength(1);
  });

  it.each([
    ['without an object', {payload: {}}],
    ['without a participant', {payload: {object: {id: '85512345678'}}}],
    ['with somebody who is a word', {payload: {object: {id: '85512345678', participant: 'Carla'}}}],
    ['with a number that is none', {payload: {object: {id: [], participant: {}}}}],
  ])('in an event %s are dead letters: it is answered 204, and not sent again', async (_what, rest) => {
    const body = JSON.stringify({event: 'meeting.participant_joined', event_ts: Date.now(), ...rest});
    expect((await sendWebhook(world, body)).status).toBe(204);
    expect(await stays()).toEqual([]);
  });

  it('of whom Zoom says nothing are there all the same', async () => {
    const {status} = await hear('joined', {user_id: undefined, user_name: null, email: 7});
    expect([status, await stays()]).toMatchObject([204, [{name: ''}]]);
  });

  it('bring their host a direct message when the first of them waits, with the way in', async () => {
    await hear('joined_waiting_room', await asBen());
    await hear('joined_waiting_room', {user_id: '2'});
    const told = await waitFor(world.host, async () =>
      (await world.host.posts()).find(
        // Those before it are of other meetings.
        ({message, props}) =>
          message.includes('is waiting for you') && JSON.stringify(props).includes(String(meeting.number)),
      ),
    );
    expect(told.message).toBe('Ben Kim is waiting for you in “Weekly planning”.');
    const attachments = (told.props['attachments'] ?? []) as unknown[];
    const {integration} = buttonOf({attachments}, 'startAsHost');
    await pressButton(world, integration, {userId: world.ana, postId: told.id, channelId: told.channel_id});
    // A host that can show nothing to one person alone sends the way in as a direct message of its own.
    const link = await waitFor(world.host, async () => {
      const shown = (await world.host.ephemeralPosts()).map(({post}) => post);
      const read = capabilities.privatePosts ? shown : await world.host.posts(told.channel_id);
      return read.find(({message}) => message.includes('Start “Weekly planning” as host: [Open Zoom]'));
    });
    expect(link.message).toContain('](http');
  });
});
