import {beforeEach, describe, expect, it} from '@jest/globals';
import {meetingEvent} from '../../../../server/inbound/webhooks/meeting-event.js';
import type {MeetingEvent} from '../../../../server/core/domain/events.js';
import type {HearOutcome} from '../../../../server/core/usecases/hear-of-meeting.js';
import {createRecordingLogger} from '../../../support/recording-logger.js';

let heard: (MeetingEvent & {authenticity: string})[];
let outcome: HearOutcome;
beforeEach(() => {
  heard = [];
  outcome = {kind: 'recorded'};
});

const payload = {account_id: 'acc-1', object: {id: '85512345678', uuid: 'uuid-1=='}};

function receive(
  changes: {payload?: unknown; authenticity?: 'fresh' | 'stale'} = {},
): ReturnType<ReturnType<ReturnType<typeof meetingEvent>>['receive']> {
  const event = meetingEvent(
    'meeting.ended',
    'ended',
  )({
    hearOfMeeting: async (event, authenticity) => {
      heard.push({...event, authenticity});
      return outcome;
    },
  });
  const body = {event: event.name, payload: 'payload' in changes ? changes.payload : payload};
  const logger = createRecordingLogger();
  const authenticity = changes.authenticity ?? 'fresh';
  return event.receive({body, authenticity, token: undefined, receivedAt: 1, logger});
}

describe('a meeting event', () => {
  it.each<[HearOutcome['kind'], number]>([
    ['recorded', 204],
    ['hint', 204],
    ['unknown-meeting', 204],
    ['not-shown', 503],
  ])('that is %s is answered with %i', async (kind, status) => {
    outcome = {kind};
    expect(await receive()).toEqual({status});
    expect(heard).toMatchObject([
      {kind: 'ended', number: '85512345678', receivedAt: 1, authenticity: 'fresh'},
    ]);
  });

  it('W-07 that is stale is passed on as such', async () => {
    await receive({authenticity: 'stale'});
    expect(heard).toMatchObject([{authenticity: 'stale'}]);
  });

  it.each([undefined, null, {}, {object: {id: {}}}])(
    'with the payload %j is a dead letter',
    async (broken) => {
      expect(await receive({payload: broken})).toEqual({status: 204});
      expect(heard).toEqual([]);
    },
  );
});
