import {createHmac} from 'node:crypto';
import {afterAll, beforeAll, beforeEach, expect, it} from '@jest/globals';
import type {SimulatedMeeting} from '../../sandbox/zoom/state/records.js';
import {onEachHost} from '../support/on-each-host.js';
import {untilOnRecord} from '../support/until-on-record.js';
import type {HostPost} from '../support/plugin-host.js';
import {cardState, createWorld, meetingEvent, sendWebhook, type World} from '../support/world.js';

onEachHost('Webhooks', ({start, pluginDir}) => {
  let world: World;
  let channelId: string;
  let meeting: SimulatedMeeting;
  beforeAll(async () => {
    world = await createWorld({start, pluginDir: pluginDir(), subscribe: false});
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    const place = await world.newcomer();
    channelId = place.channelId;
    await world.type('/zoom start', place);
    meeting = world.zoom.meetings.at(-1) as SimulatedMeeting;
    await world.host.resetCalls();
  });
  const card = (): Promise<HostPost> => world.card(channelId);
  const hmac = (text: string): string =>
    createHmac('sha256', world.zoom.account.secretToken).update(text).digest('hex');
  const apiCalls = async (name: string): Promise<number> => (await world.host.calls())[name] ?? 0;

  it('W-01 a signed meeting.ended is answered 204 with nothing, and ends the card once', async () => {
    const answer = await sendWebhook(world, meetingEvent('meeting.ended', meeting));
    expect([answer.status, answer.body.length]).toEqual([204, 0]);
    expect((await card()).props['meeting_status']).toBe('ENDED');
    expect(await apiCalls('UpdatePost')).toBe(1);
  });

  it('W-02 the same request a hundred times at once is answered 204 each and updates once', async () => {
    const body = meetingEvent('meeting.ended', meeting);
    const answers = await Promise.all(Array.from({length: 100}, () => sendWebhook(world, body)));
    expect(new Set(answers.map(({status}) => status))).toEqual(new Set([204]));
    expect(await apiCalls('UpdatePost')).toBe(1);
  });

  it('W-03 one bit flipped in body, time or signature is answered 401 without effect', async () => {
    const body = meetingEvent('meeting.ended', meeting);
    const flipped = Buffer.from(body);
    flipped[20] = (flipped[20] ?? 0) ^ 1;
    const genuine = {at: Date.now()};
    const signed = hmac(`v0:${Math.floor(genuine.at / 1000)}:${body}`);
    const wrong = [
      sendWebhook(world, flipped, {...genuine, headers: {'x-zm-signature': `v0=${signed}`}}),
      sendWebhook(world, body, {at: genuine.at + 1000, headers: {'x-zm-signature': `v0=${signed}`}}),
      sendWebhook(world, body, {headers: {'x-zm-signature': `v0=${'0'.repeat(64)}`}}),
    ];
    expect((await Promise.all(wrong)).map(({status}) => status)).toEqual([401, 401, 401]);
    expect(cardState(await card())).toBe('waiting');
    expect(await world.host.calls()).toEqual({});
  });

  it('W-04 W-06 a missing, doubled or misshapen signature or time is answered 401 without effect', async () => {
    const body = meetingEvent('meeting.ended', meeting);
    const now = String(Math.floor(Date.now() / 1000));
    const inArabicDigits = now.replace(/\d/g, (digit) => '٠١٢٣٤٥٦٧٨٩'.charAt(Number(digit)));
    const times = ['', 'abc', '1e9', `${now}abc`, '-1', '1'.repeat(20), inArabicDigits];
    const signature = `v0=${hmac(`v0:${now}:${body}`)}`;
    const send = (headers: Record<string, string>) => sendWebhook(world, body, {headers});
    const answers = await Promise.all([
      send({'x-zm-signature': ''}),
      send({'x-zm-request-timestamp': now, 'x-zm-signature': `${signature}, ${signature}`}),
      // Signed as they stand, so that nothing but their form is wrong; in the bytes that a client sends.
      ...times.map((time) =>
        send({
          'x-zm-request-timestamp': Buffer.from(time).toString('latin1'),
          'x-zm-signature': `v0=${hmac(`v0:${time}:${body}`)}`,
        }),
      ),
    ]);
    expect(answers.map(({status}) => status)).toEqual(answers.map(() => 401));
    expect(await world.host.calls()).toEqual({});
    expect(cardState(await card())).toBe('waiting');
  });

  it('W-07 a signature 290 s old or early is applied', async () => {
    await sendWebhook(world, meetingEvent('meeting.started', meeting), {at: Date.now() - 290_000});
    expect(cardState(await card())).toBe('live');
    await sendWebhook(world, meetingEvent('meeting.ended', meeting), {at: Date.now() + 290_000});
    expect(cardState(await card())).toBe('ended');
  });

  it('W-08 a request replayed two hours later changes nothing: the card follows what Zoom says', async () => {
    const replayed = meetingEvent('meeting.ended', meeting);
    world.zoom.startMeeting(meeting.number);
    const answer = await sendWebhook(world, replayed, {at: Date.now() - 7_200_000});
    expect(answer.status).toBe(204);
    await world.zoom.waitForRequest(
      ({route, path}) => route === 'get-meeting' && path.includes(String(meeting.number)),
    );
    const live = await world.cardWhen(
      (post) => post.channel_id === channelId && cardState(post) !== 'waiting',
    );
    expect(cardState(live)).toBe('live');
  });

  it('W-07 a late retry is not lost: Zoom is asked for the past meeting, and the card ends with its times', async () => {
    const {uuid} = meeting;
    world.zoom.startMeeting(meeting.number);
    world.zoom.endMeeting(meeting.number);
    const told = {start_time: '2026-01-01T10:00:00Z', end_time: '2026-01-01T11:00:00Z'};
    const late = meetingEvent('meeting.ended', {...meeting, uuid}, {object: told});
    await sendWebhook(world, late, {at: Date.now() - 1_500_000});
    const ended = await world.cardWhen(
      (post) => post.channel_id === channelId && cardState(post) === 'ended',
    );
    const {startedAt = 0, endedAt = 0} = meeting.past.at(-1) ?? {};
    // Zoom tells whole seconds.
    const inSeconds = (time: number): number => Math.floor(time / 1000) * 1000;
    expect(ended.props).toMatchObject({
      meeting_status: 'ENDED',
      meeting_end_time: inSeconds(endedAt),
      zoom_card: {started_at: inSeconds(startedAt), ended_at: inSeconds(endedAt)},
    });
  });

  it('W-10 a pretty-printed copy of a signed body is answered 401', async () => {
    const body = meetingEvent('meeting.ended', meeting);
    const at = Math.floor(Date.now() / 1000);
    const signature = hmac(`v0:${at}:${body}`);
    const pretty = JSON.stringify(JSON.parse(body), null, 2);
    const answer = await sendWebhook(world, pretty, {
      headers: {'x-zm-request-timestamp': String(at), 'x-zm-signature': `v0=${signature}`},
    });
    expect(answer.status).toBe(401);
  });

  it('W-11 a signed challenge is answered with its token encrypted; W-13 a malformed one is 400', async () => {
    const challenge = (plainToken: unknown): string =>
      JSON.stringify({event: 'endpoint.url_validation', event_ts: Date.now(), payload: {plainToken}});
    const answer = await sendWebhook(world, challenge('qgg8vlvZRS6UYooatFL8Aw'));
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.body.toString())).toEqual({
      plainToken: 'qgg8vlvZRS6UYooatFL8Aw',
      encryptedToken: hmac('qgg8vlvZRS6UYooatFL8Aw'),
    });
    const malformed = [
      undefined,
      5,
      null,
      'x'.repeat(10_240),
      'ab\ncdefghijklmnopq',
      'v0:1700000000:{"event":"x"}',
    ];
    const answers = await Promise.all(malformed.map((token) => sendWebhook(world, challenge(token))));
    expect(answers.map(({status}) => status)).toEqual(malformed.map(() => 400));
    const unsigned = await sendWebhook(world, challenge('qgg8vlvZRS6UYooatFL8Aw'), {
      headers: {'x-zm-signature': ''},
    });
    expect(unsigned.status).toBe(401);
  });

  it('W-14 W-21 signed nonsense and unknown events are answered 204, and the process lives', async () => {
    const bodies = ['null', '[]', '5', '"x"', '', '{"event":', '{"event":{}}', '{"event":"meeting.danced"}'];
    const broken = [
      ...bodies,
      '{"event":"meeting.ended","payload":{"object":{"id":{}}}}',
      '{"__proto__":{"event":1}}',
    ];
    const pid = await world.host.pluginPid();
    const answers = await Promise.all(broken.map((body) => sendWebhook(world, body)));
    expect(answers.map(({status}) => status)).toEqual(broken.map(() => 204));
    expect(await world.host.pluginPid()).toBe(pid);
    expect(cardState(await card())).toBe('waiting');
  });

  it('W-14 half a character in a signed event is answered 204 with one line, and the process lives', async () => {
    const lines = async (): Promise<number> =>
      (await world.host.logs()).filter(({message}) => message.includes('could not be used')).length;
    const before = await lines();
    const ill = {uuid: '\ud800', topic: '\udfff', host_email: 'ana\ud83d@example.com'};
    for (const object of [ill, {...ill, id: '99999999999'}]) {
      expect((await sendWebhook(world, meetingEvent('meeting.ended', meeting, {object}))).status).toBe(204);
    }
    expect(await lines()).toBe(before + 2);
    expect(cardState(await card())).toBe('waiting');
    const told = meetingEvent('meeting.ended', meeting, {object: {topic: '\ud800'}});
    expect((await sendWebhook(world, told)).status).toBe(204);
    expect(cardState(await card())).toBe('ended');
  });

  it('W-16 512 KiB are accepted, one byte more is 413', async () => {
    const body = meetingEvent('meeting.ended', meeting);
    const padded = body + ' '.repeat(512 * 1024 - body.length);
    expect((await sendWebhook(world, `${padded} `)).status).toBe(413);
    expect(cardState(await card())).toBe('waiting');
    expect((await sendWebhook(world, padded)).status).toBe(204);
    expect(cardState(await card())).toBe('ended');
  });

  it('W-18 other methods are 405 with Allow, other kinds of body 415, other secrets 401', async () => {
    const path = await world.webhookPath();
    for (const method of ['GET', 'HEAD', 'PUT', 'OPTIONS']) {
      const answer = await world.host.http({method, path});
      expect([method, answer.status, answer.headers.get('allow')]).toEqual([method, 405, 'POST']);
    }
    const body = meetingEvent('meeting.ended', meeting);
    expect((await sendWebhook(world, body, {headers: {'Content-Type': 'text/plain'}})).status).toBe(415);
    expect((await sendWebhook(world, body, {path: '/webhook?secret=wrong'})).status).toBe(401);
    expect((await sendWebhook(world, body, {path: '/webhook'})).status).toBe(401);
    expect(cardState(await card())).toBe('waiting');
  });

  it('W-23 ended before started, and started after ended, leave the card ended', async () => {
    await sendWebhook(world, meetingEvent('meeting.ended', meeting));
    await sendWebhook(world, meetingEvent('meeting.started', meeting));
    expect(cardState(await card())).toBe('ended');
    expect(await apiCalls('UpdatePost')).toBe(1);
  });

  it('reads the events of 2019, without event_ts, end_time and host_email', async () => {
    const old = {
      event: 'meeting.ended',
      payload: {
        account_id: world.zoom.account.id,
        object: {
          duration: 0,
          start_time: new Date().toISOString().slice(0, 19) + 'Z',
          timezone: '',
          topic: '',
          id: String(meeting.number),
          type: 1,
          uuid: meeting.uuid,
          host_id: meeting.hostId,
        },
      },
    };
    expect((await sendWebhook(world, JSON.stringify(old))).status).toBe(204);
    expect(cardState(await card())).toBe('ended');
  });

  it('lets a foreign account, another host and an unknown meeting pass without effect', async () => {
    const answers = await Promise.all([
      sendWebhook(world, meetingEvent('meeting.ended', meeting, {payload: {account_id: 'another'}})),
      sendWebhook(world, meetingEvent('meeting.ended', meeting, {object: {host_id: 'another'}})),
      sendWebhook(world, meetingEvent('meeting.ended', meeting, {object: {id: '99999999999'}})),
    ]);
    expect(answers.map(({status}) => status)).toEqual([204, 204, 204]);
    expect(cardState(await card())).toBe('waiting');
  });

  it('W-32 a failing store is 503 with Retry-After, and the redelivery later succeeds', async () => {
    const body = meetingEvent('meeting.ended', meeting);
    await untilOnRecord(world, meeting.number);
    await world.host.fault('KVGet', {kind: 'refuse', status: 500});
    const refused = await sendWebhook(world, body);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '300']);
    await world.host.liftFaults();
    expect((await sendWebhook(world, body)).status).toBe(204);
    expect(cardState(await card())).toBe('ended');
  });

  it('asks for redelivery while Mattermost does not take the post, and shows it then', async () => {
    const body = meetingEvent('meeting.ended', meeting);
    await world.host.fault('UpdatePost', {kind: 'refuse', status: 500});
    expect((await sendWebhook(world, body)).status).toBe(503);
    expect(cardState(await card())).toBe('waiting');
    await world.host.liftFaults();
    expect((await sendWebhook(world, body)).status).toBe(204);
    expect(cardState(await card())).toBe('ended');
  });

  it('is content when the post was deleted', async () => {
    await world.host.deletePost((await card()).id);
    expect((await sendWebhook(world, meetingEvent('meeting.started', meeting))).status).toBe(204);
  });

  it('owes an end while the channel is archived, and a second end shows it once the channel is open again', async () => {
    const ended = meetingEvent('meeting.ended', meeting);
    await world.host.seed({channels: [{id: channelId, delete_at: Date.now()}]});
    expect((await sendWebhook(world, ended)).status).toBe(503);
    expect(cardState(await card())).toBe('waiting');
    await world.host.seed({channels: [{id: channelId, delete_at: 0}]});
    expect((await sendWebhook(world, ended)).status).toBe(204);
    expect(cardState(await card())).toBe('ended');
  });
});
