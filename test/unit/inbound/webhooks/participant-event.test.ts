import {beforeEach, describe, expect, it} from '@jest/globals';
import type {HearOutcome} from '../../../../server/core/usecases/hear-of-meeting.js';
import type {HeardEvent} from '../../../../server/core/usecases/hear-of-participant.js';
import {participantEvents} from '../../../../server/inbound/webhooks/participant-event.js';
import {createRecordingLogger} from '../../../support/recording-logger.js';

let heard: (HeardEvent & {authenticity: string})[];
let outcome: HearOutcome;
beforeEach(() => {
  heard = [];
  outcome = {kind: 'recorded'};
});
const events = participantEvents({
  hearOfParticipant: async (event, authenticity) => {
    heard.push({...event, authenticity});
    return outcome;
  },
});
const logger = createRecordingLogger();
const receive = (name: string, participant: unknown, authenticity: 'fresh' | 'stale' = 'fresh') =>
  events
    .find((event) => event.name === name)
    ?.receive({
      body: {event: name, payload: {object: {id: 85_512_345_678, participant}}},
      authenticity,
      token: undefined,
      receivedAt: 1,
      logger,
    });

describe('an event about a participant', () => {
  it.each([
    ['joined', 'joined', 'meeting'],
    ['left', 'left', 'meeting'],
    ['joined_breakout_room', 'joined', 'breakoutRoom'],
    ['left_breakout_room', 'left', 'breakoutRoom'],
    ['joined_waiting_room', 'joined', 'waitingRoom'],
    ['put_in_waiting_room', 'joined', 'waitingRoom'],
    ['admitted', 'left', 'waitingRoom'],
    ['left_waiting_room', 'left', 'waitingRoom'],
    ['jbh_waiting', 'joined', 'forTheHost'],
    ['jbh_waiting_left', 'left', 'forTheHost'],
    ['jbh_joined', 'left', 'forTheHost'],
  ])('%s tells that somebody %s: %s', async (name, kind, where) => {
    expect(await receive(`meeting.participant_${name}`, {user_name: 'Ben'})).toEqual({status: 204});
    expect(heard).toMatchObject([{kind, where, number: '85512345678', participant: {name: 'Ben'}}]);
  });

  it.each(['joined', 'left'])('of a webinar tells that somebody %s, too', async (kind) => {
    await receive(`webinar.participant_${kind}`, {user_name: 'Ben'});
    expect(heard).toMatchObject([{kind, where: 'meeting', number: '85512345678'}]);
  });

  it('is answered by what becomes of it; W-07 what is stale is passed on as such', async () => {
    outcome = {kind: 'not-shown'};
    expect(await receive('meeting.participant_left', {}, 'stale')).toEqual({status: 503});
    expect(heard).toMatchObject([{authenticity: 'stale'}]);
  });

  it('without a participant is a dead letter, of which the log says no more than its name', async () => {
    expect(await receive('meeting.participant_joined', 'ben@example.org')).toEqual({status: 204});
    expect(heard).toEqual([]);
    expect(logger.lines).toMatchObject([
      {fields: {reason: 'the payload of meeting.participant_joined has another shape'}},
    ]);
  });
});
