import {describe, expect, it} from '@jest/globals';
import fc from 'fast-check';
import {readMeetingEvent} from '../../../../server/inbound/webhooks/meeting-payload.js';

const RECEIVED = 1_795_442_400_000;
const object = {
  id: '85512345678',
  uuid: '4444AAAiAAAAAiAiAiiAii==',
  host_id: 'zoom-ana',
  topic: 'Weekly planning',
  type: 1,
  start_time: '2026-11-23T13:00:00Z',
  end_time: '2026-11-23T13:48:00Z',
  timezone: 'Europe/Berlin',
  duration: 60,
};
const read = (changes: object = {}, kind: 'started' | 'ended' = 'ended') =>
  readMeetingEvent(
    kind,
    {event: 'x', payload: {account_id: 'acc-1', object: {...object, ...changes}}},
    RECEIVED,
  );

describe('the payload of a meeting event', () => {
  it("is read in today's shape", () => {
    expect(read()).toEqual({
      kind: 'ended',
      number: '85512345678',
      uuid: '4444AAAiAAAAAiAiAiiAii==',
      hostId: 'zoom-ana',
      accountId: 'acc-1',
      startedAt: Date.parse('2026-11-23T13:00:00Z'),
      endedAt: Date.parse('2026-11-23T13:48:00Z'),
      receivedAt: RECEIVED,
    });
  });

  it('is read in the shape of 2019, without an end', () => {
    expect(read({end_time: undefined})).toMatchObject({endedAt: undefined, receivedAt: RECEIVED});
  });

  it('may give the number as a number', () => {
    expect(read({id: 85_512_345_678})?.number).toBe('85512345678');
  });

  it('gives no end to a meeting that has only started', () => {
    expect(read({}, 'started')).not.toHaveProperty('endedAt');
  });

  it.each(['', null, undefined, 'soon', 17, {}])('knows no time from %j', (time) => {
    expect(read({start_time: time, end_time: time})).toMatchObject({
      startedAt: undefined,
      endedAt: undefined,
    });
  });

  it.each(['uuid', 'host_id'])('is of no use with half a character in its %s', (name) => {
    expect(read({[name]: 'a\ufffd'})).toBeUndefined();
  });

  it.each(['', null, undefined, 17, []])('knows no UUID and no host from %j', (text) => {
    expect(read({uuid: text, host_id: text})).toMatchObject({uuid: undefined, hostId: undefined});
  });

  it.each(['', '12a', '-1', '1'.repeat(16), 1.5, -1, 1e21, null, undefined, {}, ['1']])(
    'is of another shape with the number %j',
    (id) => {
      expect(read({id})).toBeUndefined();
    },
  );

  it('is never read from what has another shape, and never throws', () => {
    fc.assert(
      fc.property(fc.anything(), (body) => {
        expect(readMeetingEvent('ended', body, RECEIVED)).toBeUndefined();
      }),
    );
    for (const body of [null, [], 5, 'x', {}, {payload: null}, {payload: {object: []}}]) {
      expect(readMeetingEvent('ended', body, RECEIVED)).toBeUndefined();
    }
  });
});
