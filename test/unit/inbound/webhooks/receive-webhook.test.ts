import {beforeEach, describe, expect, it} from '@jest/globals';
import type {WebhookFacts} from '../../../../server/core/domain/webhook-activity.js';
import {createReceiveWebhook} from '../../../../server/inbound/webhooks/receive-webhook.js';
import type {KeepEvent} from '../../../../server/core/usecases/keep-event.js';
import type {
  ReceivedEvent,
  WebhookAnswer,
  WebhookEvent,
} from '../../../../server/inbound/webhooks/webhook-event.js';
import {createManualClock, type ManualClock} from '../../../support/manual-clock.js';
import {createRecordingLogger, type RecordingLogger} from '../../../support/recording-logger.js';
import {storeUnavailable} from '../../../../server/core/ports/port-error.js';

let clock: ManualClock;
let logger: RecordingLogger;
let received: ReceivedEvent[];
let noted: Partial<WebhookFacts>[];
let used: unknown[];
let answer: () => Promise<WebhookAnswer>;
let kept: Parameters<KeepEvent>[0][];
let keep: () => Promise<void>;
beforeEach(() => {
  clock = createManualClock();
  logger = createRecordingLogger();
  received = [];
  noted = [];
  used = [];
  answer = () => Promise.resolve({status: 204});
  kept = [];
  keep = () => Promise.resolve();
});

const known: WebhookEvent = {
  name: 'known.event',
  receive: (event) => {
    received.push(event);
    return answer();
  },
};
const receiver = () =>
  createReceiveWebhook({
    keys: {used: (by) => void used.push(by)},
    secrets: 'secrets in force',
    events: [known, {...known, name: 'endpoint.url_validation'}],
    keepEvent: (event) => {
      kept.push(event);
      return keep();
    },
    activity: {note: (news) => void noted.push(news)},
    watchClock: () => undefined,
    clock,
    logger,
  });
const requestOf = (body: string | Buffer, authenticity: 'fresh' | 'stale' = 'fresh') => ({
  address: 'present' as const,
  signature: {authenticity, token: undefined, age: 'present' as const, signedAt: clock.now()},
  receivedAt: clock.now(),
  body: Buffer.from(body),
});

describe('a webhook', () => {
  it('reaches the event of its name with its JSON', async () => {
    const body = {event: 'known.event', payload: {a: 1}};
    expect(await receiver()(requestOf(JSON.stringify(body)))).toEqual({status: 204});
    expect(received).toMatchObject([{body, authenticity: 'fresh', receivedAt: clock.now()}]);
  });

  it('that is authentic but late reaches it as such', async () => {
    await receiver()(requestOf('{"event":"known.event"}', 'stale'));
    expect(received).toMatchObject([{authenticity: 'stale'}]);
  });

  it.each([
    ['known.event', 'fresh'],
    ['user.created', 'fresh'],
    ['known.event', 'stale'],
  ] as const)('%s (%s) is kept for others before Zoom hears that it arrived', async (event, authenticity) => {
    let release = (): void => undefined;
    keep = () => new Promise((resolve) => (release = resolve));
    const bytes = JSON.stringify({event, payload: {a: 1}});
    let answered: WebhookAnswer | undefined;
    const receiving = receiver()(requestOf(bytes, authenticity)).then((given) => (answered = given));
    await new Promise((resolve) => setImmediate(resolve));
    expect(answered).toBeUndefined();
    const body: unknown = JSON.parse(bytes);
    expect(kept).toEqual([
      {event, body, bytes: Buffer.from(bytes), receivedAt: clock.now(), isLate: authenticity === 'stale'},
    ]);
    release();
    expect(await receiving).toEqual({status: 204});
  });

  it('R-40 that could not be kept for others is sent again by Zoom, though it was understood', async () => {
    keep = () => Promise.reject(storeUnavailable('full'));
    expect(await receiver()(requestOf('{"event":"known.event"}'))).toEqual({status: 503});
    expect(await receiver()(requestOf('{"event":"user.created"}'))).toEqual({status: 503});
    expect(received).toHaveLength(1);
  });

  it('that only checks the address is nothing for others', async () => {
    await receiver()(requestOf('{"event":"endpoint.url_validation"}'));
    expect(kept).toEqual([]);
  });

  it('W-21 of an unknown name is answered and forgotten', async () => {
    expect(await receiver()(requestOf('{"event":"chat_message.sent"}'))).toEqual({status: 204});
    expect(logger.lines).toEqual([]);
  });

  it.each([
    ['W-14', 'null'],
    ['W-14', '[]'],
    ['W-14', '5'],
    ['W-14', '"x"'],
    ['W-14', ''],
    ['W-14', '{"event":"known.ev'],
    ['W-14', '{}'],
    ['W-21', '{"event":{}}'],
    ['W-21', '{"event":["known.event"]}'],
    ['W-14', Buffer.from([0x7b, 0xff, 0x7d])],
    ['W-14', '\ufeff\ufeff{"event":"known.event"}'],
  ])(
    '%s with the signed body %j is one line in the log, and Zoom need not send it again',
    async (_id, body) => {
      expect(await receiver()(requestOf(body))).toEqual({status: 204});
      expect(received).toEqual([]);
      expect(logger.lines).toHaveLength(1);
      expect(logger.lines[0]?.level).toBe('warn');
    },
  );
});

describe('a webhook that cannot be worked off just now', () => {
  const event = '{"event":"known.event"}';

  it('because the store fails is asked for again', async () => {
    answer = () => Promise.reject(storeUnavailable('out of order'));
    expect(await receiver()(requestOf(event))).toEqual({status: 503});
    expect(logger.lines).toMatchObject([{level: 'error'}]);
  });

  it('in 2.5 s is asked for again, before Zoom stops waiting', async () => {
    answer = () => new Promise(() => undefined);
    const waiting = receiver()(requestOf(event));
    await new Promise(setImmediate);
    expect(clock.nextIn()).toBe(2_500);
    clock.advance(2_500);
    expect(await waiting).toEqual({status: 503});
  });

  it('leaves no timer behind when it is answered', async () => {
    await receiver()(requestOf(event));
    expect(clock.nextIn()).toBeUndefined();
  });

  it('because of a mistake of ours rejects: HTTP answers 500', async () => {
    answer = () => Promise.reject(new TypeError('a mistake'));
    await expect(receiver()(requestOf(event))).rejects.toThrow('a mistake');
  });
});

describe('a webhook that uses the new secrets', () => {
  it('says so when it is an event', async () => {
    await receiver()({...requestOf('{"event":"unknown.event"}'), address: 'former'});
    expect(used).toEqual([{address: 'former', token: 'present'}]);
  });

  it('says nothing when it only validates the address: what was typed in Zoom is not saved there yet', async () => {
    await receiver()(requestOf('{"event":"endpoint.url_validation"}'));
    await receiver()(requestOf('{}'));
    expect(used).toEqual([]);
  });
});

describe('what is noted of a webhook', () => {
  const body = (event: string): string => JSON.stringify({event});
  const fact = () => ({at: clock.now(), secrets: 'secrets in force'});

  it('is when an authentic one came, and its name', async () => {
    await receiver()(requestOf(body('known.event')));
    await receiver()(requestOf(body('unknown.event')));
    expect(noted).toEqual([
      {accepted: fact(), events: {'known.event': fact()}},
      {accepted: fact(), events: {'unknown.event': fact()}},
    ]);
  });

  it('is when Zoom validated the address, if it got the right answer', async () => {
    answer = () => Promise.resolve({status: 400});
    await receiver()(requestOf(body('endpoint.url_validation')));
    expect(noted).toEqual([]);
    answer = () => Promise.resolve({status: 200, json: {}});
    await receiver()(requestOf(body('endpoint.url_validation')));
    expect(noted).toEqual([{validated: fact()}]);
  });
});
