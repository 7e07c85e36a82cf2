import {beforeEach, describe, expect, it} from '@jest/globals';
import {meetingEvent} from '../../../../server/inbound/webhooks/meeting-event.js';
import type {MeetingEvent} from '../../../../server/core/domain/apply-event.js';
import type {RecordOutcome} from '../../../../server/core/usecases/record-meeting-event.js';
import {createRecordingLogger} from '../../../support/recording-logger.js';

let recorded: MeetingEvent[];
let asked: {number: string; uuid?: string | undefined}[];
let background: Promise<void>[];
let outcome: RecordOutcome;
beforeEach(() => {
  recorded = [];
  asked = [];
  background = [];
  outcome = {kind: 'recorded'};
});

const payload = {account_id: 'acc-1', object: {id: '85512345678', uuid: 'uuid-1=='}};

function receive(
  changes: {payload?: unknown; authenticity?: 'fresh' | 'stale'; accountId?: string} = {},
): ReturnType<ReturnType<ReturnType<typeof meetingEvent>>['receive']> {
  const event = meetingEvent(
    'meeting.ended',
    'ended',
  )({
    record: async (found) => {
      recorded.push(found);
      return outcome;
    },
    askZoomAbout: async (hint) => void asked.push(hint),
    inBackground: (work) => void background.push(work),
    accountId: changes.accountId,
  });
  const body = {event: event.name, payload: 'payload' in changes ? changes.payload : payload};
  const logger = createRecordingLogger();
  const authenticity = changes.authenticity ?? 'fresh';
  return event.receive({body, authenticity, token: undefined, receivedAt: 1, logger});
}

describe('a meeting event', () => {
  it.each<[RecordOutcome['kind'], number]>([
    ['recorded', 204],
    ['unknown-meeting', 204],
    ['not-shown', 503],
  ])('that is %s is answered with %i', async (kind, status) => {
    outcome = {kind};
    expect(await receive()).toEqual({status});
    expect(recorded).toMatchObject([{kind: 'ended', number: '85512345678', receivedAt: 1}]);
  });

  it('of another account is none of ours', async () => {
    expect(await receive({accountId: 'acc-2'})).toEqual({status: 204});
    expect(recorded).toEqual([]);
  });

  it('counts where either side names no account', async () => {
    await receive({accountId: 'acc-1'});
    await receive({accountId: 'acc-1', payload: {object: payload.object}});
    await receive({});
    expect(recorded).toHaveLength(3);
  });

  it('W-07 that is stale only makes us ask Zoom, after the answer', async () => {
    expect(await receive({authenticity: 'stale'})).toEqual({status: 204});
    expect(recorded).toEqual([]);
    expect(asked).toMatchObject([{number: '85512345678', uuid: 'uuid-1=='}]);
    expect(background).toHaveLength(1);
  });

  it('of another account is not even asked about when it is stale', async () => {
    await receive({authenticity: 'stale', accountId: 'acc-2'});
    expect(asked).toEqual([]);
  });

  it.each([undefined, null, {}, {object: {id: {}}}])(
    'with the payload %j is a dead letter',
    async (broken) => {
      expect(await receive({payload: broken})).toEqual({status: 204});
      expect(recorded).toEqual([]);
    },
  );
});
