import {type MeetingEvent, namedBy} from '../domain/events.js';
import type {AskSeldom} from './ask-seldom.js';
import type {RecordMeetingEvent, RecordOutcome} from './record-meeting-event.js';

/** hint: too old to be believed; Zoom is asked beside the answer. */
export type HearOutcome = RecordOutcome | {kind: 'hint'};

/** Rejects when the store fails. */
export type HearOfMeeting = (event: MeetingEvent, authenticity: 'fresh' | 'stale') => Promise<HearOutcome>;

interface HearOfMeetingDeps {
  record: RecordMeetingEvent;
  askZoomAbout: AskSeldom;
}

/** What Zoom tells is recorded; what may be a replay, or comes very late, only makes us ask Zoom. */
export const createHearOfMeeting =
  ({record, askZoomAbout}: HearOfMeetingDeps): HearOfMeeting =>
  async (event, authenticity) => {
    if (authenticity === 'fresh') return record(event);
    // Nobody waits for it: it never rejects, and knows itself what a stop has to wait for.
    void askZoomAbout(namedBy(event), event.kind);
    return {kind: 'hint'};
  };
