import type {MeetingEvent} from '../../core/domain/apply-event.js';
import type {AskZoomAbout} from '../../core/usecases/ask-zoom-about.js';
import type {RecordMeetingEvent} from '../../core/usecases/record-meeting-event.js';
import {readMeetingEvent} from './meeting-payload.js';
import {deadLetter, type WebhookEvent} from './webhook-event.js';

export interface MeetingEventDeps {
  record: RecordMeetingEvent;
  askZoomAbout: AskZoomAbout;
  /** Runs on after the answer, and is waited for when the plugin stops. */
  inBackground: (work: Promise<void>) => void;
  /** The Zoom account that is ours, where known. */
  accountId: string | undefined;
}

/** What `meeting.started` and `meeting.ended` have in common: all but their names. */
export const meetingEvent =
  (name: string, kind: MeetingEvent['kind']) =>
  ({record, askZoomAbout, inBackground, accountId}: MeetingEventDeps): WebhookEvent => ({
    name,
    async receive({body, authenticity, receivedAt, logger}) {
      const event = readMeetingEvent(kind, body, receivedAt);
      if (event === undefined) return deadLetter(logger, `the payload of ${name} has another shape`);
      const isForeign =
        accountId !== undefined && event.accountId !== undefined && event.accountId !== accountId;
      if (isForeign) return {status: 204};
      if (authenticity === 'stale') {
        inBackground(askZoomAbout(event));
        return {status: 204};
      }
      const outcome = await record(event);
      return {status: outcome.kind === 'not-shown' ? 503 : 204};
    },
  });
