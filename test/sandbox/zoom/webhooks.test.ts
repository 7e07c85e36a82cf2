import {createHmac} from 'node:crypto';
import {createServer, type IncomingHttpHeaders, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {text} from 'node:stream/consumers';
import {afterEach, beforeEach, describe, expect, it} from '@jest/globals';
import type {SubscriptionWish} from '../../../sandbox/zoom/webhooks/subscription.js';
import {type SimulatorUnderTest, startSimulatorUnderTest} from './simulator-under-test.js';

interface Received {
  headers: IncomingHttpHeaders;
  body: string;
}

let under: SimulatorUnderTest;
let endpoint: Server;
let endpointUrl: string;
let received: Received[];
/** What the endpoint answers to events. */
let answerStatus: number;
let answersChallenge: boolean;

beforeEach(async () => {
  under = await startSimulatorUnderTest();
  received = [];
  answerStatus = 204;
  answersChallenge = true;
  endpoint = createServer((request, response) => {
    void text(request).then((body) => {
      const {event, payload} = JSON.parse(body) as {event: string; payload: {plainToken: string}};
      if (event !== 'endpoint.url_validation') {
        received.push({headers: request.headers, body});
        return response.writeHead(answerStatus).end();
      }
      const {plainToken} = payload;
      const secret = answersChallenge ? under.simulator.account.secretToken : 'guessed';
      const encryptedToken = createHmac('sha256', secret).update(plainToken).digest('hex');
      response.end(JSON.stringify({plainToken, encryptedToken}));
    });
  });
  await new Promise<void>((resolve) => endpoint.listen(0, '127.0.0.1', resolve));
  endpointUrl = `http://127.0.0.1:${(endpoint.address() as AddressInfo).port}/webhook?secret=x`;
});
afterEach(async () => {
  await under.simulator.close();
  endpoint.closeAllConnections();
  endpoint.close();
});

const events = ['meeting.started', 'meeting.ended'] as const;

async function holdMeeting(wish: Partial<SubscriptionWish> = {}): Promise<void> {
  const {simulator, clock} = under;
  const ana = simulator.addUser({email: 'ana@example.org', firstName: 'Ana'});
  await simulator.subscribe({url: endpointUrl, events, ...wish});
  const {number} = simulator.addMeeting({hostId: ana.id, topic: 'Weekly'});
  simulator.startMeeting(number);
  await simulator.webhooksSettled();
  clock.advance(25 * 60_000);
  simulator.endMeeting(number);
  await simulator.webhooksSettled();
}

const bodies = () => received.map(({body}) => JSON.parse(body) as {event: string; payload: {object: object}});

describe('A subscription', () => {
  it('gets events once the endpoint has answered the signed challenge', async () => {
    expect(await under.simulator.subscribe({url: endpointUrl})).toMatchObject({valid: true, status: 200});
    expect(under.simulator.subscription()?.validated).toBe(true);
  });

  it('gets none when the answer is wrong', async () => {
    answersChallenge = false;
    await holdMeeting();
    expect(under.simulator.subscription()?.validated).toBe(false);
    expect(received).toEqual([]);
  });

  it('may be validated again later', async () => {
    answersChallenge = false;
    await under.simulator.subscribe({url: endpointUrl});
    answersChallenge = true;
    expect(await under.simulator.validate()).toMatchObject({valid: true});
  });
});

describe('A webhook of today', () => {
  it('has the number as a string, the planned duration, and the times of the occurrence', async () => {
    await holdMeeting();
    const [meeting] = under.simulator.meetings;
    const common = {
      id: String(meeting?.number),
      uuid: meeting?.past[0]?.uuid,
      host_id: meeting?.hostId,
      host_email: 'ana@example.org',
      topic: 'Weekly',
      type: 1,
      duration: 0,
      timezone: 'UTC',
      start_time: '2026-11-23T14:00:00Z',
    };
    const payload = (object: object) => ({account_id: under.simulator.account.id, object});
    expect(bodies()).toEqual([
      {event: 'meeting.started', event_ts: Date.parse('2026-11-23T14:00:00Z'), payload: payload(common)},
      {
        event: 'meeting.ended',
        event_ts: Date.parse('2026-11-23T14:25:00Z'),
        payload: payload({...common, end_time: '2026-11-23T14:25:00Z'}),
      },
    ]);
  });

  it('is signed over its bytes with the time in seconds', async () => {
    await holdMeeting();
    for (const {headers, body} of received) {
      const timestamp = String(headers['x-zm-request-timestamp']);
      expect(timestamp).toMatch(/^\d{10}$/);
      const expected = createHmac('sha256', under.simulator.account.secretToken)
        .update(`v0:${timestamp}:${body}`)
        .digest('hex');
      expect(headers['x-zm-signature']).toBe(`v0=${expected}`);
    }
  });

  it('tells that a recording is there, of the occurrence that ended, with the number as a number', async () => {
    await holdMeeting({events: ['meeting.ended', 'recording.completed']});
    const {number} = under.simulator.meetings.at(-1) ?? {number: 0};
    under.simulator.finishRecording(number);
    await under.simulator.webhooksSettled();
    const [ended, recording] = bodies();
    expect(recording).toMatchObject({
      event: 'recording.completed',
      payload: {
        object: {
          id: number,
          uuid: (ended?.payload.object as {uuid?: string}).uuid,
          recording_files: [{file_type: 'MP4'}],
        },
      },
    });
    expect(() => under.simulator.finishRecording(1)).toThrow('has no recording');
  });

  it('tells who comes and goes', async () => {
    const {simulator} = under;
    const host = simulator.addUser({email: 'ana@example.org', firstName: 'Ana'});
    await simulator.subscribe({url: endpointUrl});
    const {number} = simulator.addMeeting({hostId: host.id});
    simulator.startMeeting(number);
    simulator.join(number, {name: 'Ben'});
    simulator.leave(number, 'Ben');
    await simulator.webhooksSettled();
    expect(
      bodies()
        .map(({event}) => event)
        .sort(),
    ).toEqual([
      'meeting.participant_joined',
      'meeting.participant_joined',
      'meeting.participant_left',
      'meeting.started',
    ]);
    expect(JSON.stringify(bodies())).toContain('"user_name":"Ben"');
  });
});

describe('A webhook of 2019', () => {
  it('has neither event_ts nor end_time, and a verification token for a signature', async () => {
    await holdMeeting({shape: '2019'});
    expect(bodies().map((body) => Object.keys(body))).toEqual([
      ['event', 'payload'],
      ['event', 'payload'],
    ]);
    expect(Object.keys(bodies()[1]?.payload.object ?? {})).toEqual([
      'duration',
      'start_time',
      'timezone',
      'topic',
      'id',
      'type',
      'uuid',
      'host_id',
    ]);
    const headers = received[1]?.headers;
    expect(headers?.authorization).toBe(under.simulator.account.verificationToken);
    expect(headers?.['x-zm-signature']).toBeUndefined();
  });
});

describe('A webhook that the endpoint does not take', () => {
  const MINUTES = [5, 20, 60];

  it('comes again after 5, 20 and 60 minutes, and never more', async () => {
    answerStatus = 503;
    await holdMeeting({events: ['meeting.ended']});
    for (const minutes of [...MINUTES, 600]) {
      under.clock.advance(minutes * 60_000);
      await under.simulator.webhooksSettled();
    }
    const [delivery] = under.simulator.deliveries;
    expect(delivery?.outcome).toBe('given-up');
    const [first = 0, ...later] = delivery?.attempts.map(({at}) => at) ?? [];
    expect(later.map((at) => (at - first) / 60_000)).toEqual([5, 25, 85]);
  });

  it('is delivered with a later attempt, signed for its own time', async () => {
    answerStatus = 500;
    await holdMeeting({events: ['meeting.ended']});
    answerStatus = 204;
    under.clock.advance(5 * 60_000);
    await under.simulator.waitForDelivery(({outcome}) => outcome === 'delivered');
    const [before, after] = received.map(({headers}) => Number(headers['x-zm-request-timestamp']));
    expect(Number(after) - Number(before)).toBe(300);
    expect(received[0]?.body).toBe(received[1]?.body);
  });

  it('keeps its first signature where that is wished', async () => {
    answerStatus = 500;
    await holdMeeting({events: ['meeting.ended'], resignsRetries: false});
    under.clock.advance(5 * 60_000);
    await under.simulator.webhooksSettled();
    expect(received[0]?.headers['x-zm-signature']).toBe(received[1]?.headers['x-zm-signature']);
  });

  it.each([401, 404, 302])('with %d does not come again', async (status) => {
    answerStatus = status;
    await holdMeeting({events: ['meeting.ended']});
    expect(under.simulator.deliveries).toMatchObject([{outcome: 'refused', attempts: [{status}]}]);
    expect(under.clock.nextIn()).toBeUndefined();
  });

  it('because nobody listens comes again', async () => {
    await under.simulator.subscribe({url: endpointUrl, events});
    endpoint.closeAllConnections();
    endpoint.close();
    const {number} = under.simulator.addMeeting({hostId: 'somebody'});
    under.simulator.startMeeting(number);
    await under.simulator.webhooksSettled();
    expect(under.simulator.deliveries).toMatchObject([{outcome: 'waiting', attempts: [{status: 0}]}]);
    expect(under.clock.nextIn()).toBe(300_000);
  });
});

describe('A webhook that goes astray', () => {
  it('is dropped', async () => {
    under.simulator.faultWebhook({kind: 'drop', event: 'meeting.ended'});
    await holdMeeting();
    expect(bodies().map(({event}) => event)).toEqual(['meeting.started']);
    expect(under.simulator.deliveries.at(-1)?.outcome).toBe('dropped');
  });

  it('comes twice', async () => {
    under.simulator.faultWebhook({kind: 'duplicate'});
    await holdMeeting();
    expect(bodies().map(({event}) => event)).toEqual(['meeting.started', 'meeting.started', 'meeting.ended']);
  });

  it('comes late, after the next one', async () => {
    under.simulator.faultWebhook({kind: 'delay', ms: 30 * 60_000});
    await holdMeeting();
    under.clock.advance(5 * 60_000);
    await under.simulator.webhooksSettled();
    expect(bodies().map(({event}) => event)).toEqual(['meeting.ended', 'meeting.started']);
  });
});
