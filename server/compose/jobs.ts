import type {Cards} from '../core/ports/cards.js';
import type {Clock} from '../core/ports/clock.js';
import type {Jobs} from '../core/ports/jobs.js';
import type {Logger} from '../core/ports/logger.js';
import type {Metrics} from '../core/ports/metrics.js';
import type {Turns} from '../core/ports/turns.js';
import type {WebhookActivityLog} from '../core/ports/webhook-activity-log.js';
import type {AskAttendance} from '../core/usecases/ask-attendance.js';
import type {AskZoomAbout} from '../core/usecases/ask-zoom-about.js';
import type {RecordMeetingEvent} from '../core/usecases/record-meeting-event.js';
import type {RevokeKept} from '../core/usecases/revoke-kept.js';
import type {ShowLagging} from '../core/usecases/show-lagging.js';
import type {JobKind} from '../inbound/jobs/job-kind.js';
import {createJobSchedule} from '../inbound/jobs/job-schedule.js';
import {createLedNowhere} from '../inbound/jobs/led-nowhere.js';
import {createPutOff} from '../inbound/jobs/put-off.js';
import {createJobKinds} from '../inbound/jobs/registry.js';
import {SHOW_AGAIN_MS} from '../inbound/jobs/show-cards.js';
import {LOOK_AFTER_MS} from '../inbound/jobs/look-after.js';
import type {WorkInProgress} from '../lib/work-in-progress.js';

interface JobsNeeds {
  clock: Clock;
  logger: Logger;
  metrics: Metrics;
  jobs: Jobs;
  work: WorkInProgress;
  cards: Cards;
  activity: Pick<WebhookActivityLog, 'read'>;
  turns: Turns;
}

/** What is done in each situation. */
interface JobsTasks {
  record: RecordMeetingEvent;
  showLagging: ShowLagging;
  askZoomAbout: AskZoomAbout;
  askAttendance: AskAttendance;
  revokeKept: RevokeKept;
  isZoomSetUp: boolean;
}

/** Work that was put off. */
export function composeJobs({clock, logger, metrics, jobs, work, cards, activity, turns}: JobsNeeds) {
  const ledNowhere = createLedNowhere({clock, logger});
  const putOff = createPutOff({jobs, work, clock, logger});
  const leftUnshown = (number: string): void => putOff('show-cards', number, SHOW_AGAIN_MS);
  return {
    putOff,
    leftUnshown,
    watchAgain: (number: string): void => putOff('ask-zoom', number, LOOK_AFTER_MS),
    ledNowhere,
    schedule: createJobSchedule({clock, logger, metrics, jobs, work}),
    assemble: ({
      record,
      showLagging,
      askZoomAbout,
      askAttendance,
      revokeKept,
      isZoomSetUp,
    }: JobsTasks): readonly JobKind[] =>
      createJobKinds({
        clock,
        cards,
        activity,
        turns,
        ledNowhere,
        showLagging,
        leftUnshown,
        record,
        askZoomAbout,
        askAttendance,
        revokeKept,
        isZoomSetUp,
      }),
  };
}
