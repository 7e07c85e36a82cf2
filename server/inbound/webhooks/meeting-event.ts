import type {HearOfMeeting, HearOutcome} from '../../core/usecases/hear-of-meeting.js';
import {readMeetingEvent} from './meeting-payload.js';
import {deadLetter, type WebhookAnswer, type WebhookEvent} from './webhook-event.js';

export interface MeetingEventDeps {
  hearOfMeeting: HearOfMeeting;
}

/** 503 only where Zoom's sending it again helps. */
const STATUS = {
  recorded: 204,
  hint: 204,
  'unknown-meeting': 204,
  'not-shown': 503,
} as const satisfies Record<HearOutcome['kind'], 204 | 503>;

export const statusOf = ({kind}: HearOutcome): WebhookAnswer => ({status: STATUS[kind]});

/** What `meeting.started`, `meeting.ended` and those of webinars have in common: all but their names. */
export const meetingEvent =
  (name: string, kind: Parameters<typeof readMeetingEvent>[0]) =>
  ({hearOfMeeting}: MeetingEventDeps): WebhookEvent => ({
    name,
    async receive({body, authenticity, receivedAt, logger}) {
      const event = readMeetingEvent(kind, body, receivedAt);
      if (event === undefined) return deadLetter(logger, `the payload of ${name} has another shape`);
      return statusOf(await hearOfMeeting(event, authenticity));
    },
  });
