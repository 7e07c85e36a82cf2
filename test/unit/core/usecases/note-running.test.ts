import {beforeEach, describe, expect, it} from '@jest/globals';
import type {Card} from '../../../../server/core/domain/card.js';
import {storeUnavailable} from '../../../../server/core/ports/port-error.js';
import type {FindOwnRunning} from '../../../../server/core/usecases/find-own-running.js';
import {createNoteRunning} from '../../../../server/core/usecases/note-running.js';
import type {StartInput} from '../../../../server/core/usecases/start-meeting.js';
import type {StartOutcome} from '../../../../server/core/usecases/start-outcome.js';
import {ana} from '../../../support/people.js';
import {createRecordingLogger} from '../../../support/recording-logger.js';
import {createSampleCard} from '../../../support/sample-card.js';

const card = createSampleCard();
const another: Card = createSampleCard({
  id: 'intent-2',
  topic: 'Board',
  meeting: {...card.meeting, number: '85599999999'},
});

let outcome: StartOutcome;
let running: FindOwnRunning;
let logger: ReturnType<typeof createRecordingLogger>;
beforeEach(() => {
  outcome = {kind: 'started', card};
  running = async () => [another];
  logger = createRecordingLogger();
});

const start = () =>
  createNoteRunning({startMeeting: async () => outcome, findOwnRunning: (userId) => running(userId), logger})(
    {
      userId: ana.id,
    } as StartInput,
  );

describe('a start', () => {
  it('names what else its starter runs', async () => {
    expect(await start()).toEqual({kind: 'started', card, alsoRuns: ['Board']});
  });

  it('names nothing where nothing else runs, and not itself', async () => {
    running = async () => [card];
    expect(await start()).toBe(outcome);
  });

  it('that is none says nothing of it', async () => {
    outcome = {kind: 'no-access'};
    expect(await start()).toBe(outcome);
  });

  it('R-21 is none the worse where the store cannot say', async () => {
    running = () => Promise.reject(storeUnavailable('down'));
    expect(await start()).toBe(outcome);
    expect(logger.lines).toMatchObject([{level: 'warn'}]);
  });
});
