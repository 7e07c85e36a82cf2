import {type MeetingEvent, namedBy} from '../domain/events.js';
import type {AskZoomAbout} from './ask-zoom-about.js';
import type {RecordMeetingEvent, RecordOutcome} from './record-meeting-event.js';

/** hint: too old to be believed; Zoom is asked beside the answer. */
export type HearOutcome = RecordOutcome | {kind: 'hint'};

/** Rejects when the store fails. */
export type HearOfMeeting = (event: MeetingEvent, authenticity: 'fresh' | 'stale') => Promise<HearOutcome>;

interface HearOfMeetingDeps {
  record: RecordMeetingEvent;
  askZoomAbout: AskZoomAbout;
  /** Runs on after the answer. A stop of the plugin waits for it. */
  inBackground: (work: Promise<void>) => void;
}

/** What Zoom tells is recorded; what may be a replay, or comes very late, only makes us ask Zoom. */
export const createHearOfMeeting =
  ({record, askZoomAbout, inBackground}: HearOfMeetingDeps): HearOfMeeting =>
  async (event, authenticity) => {
    if (authenticity === 'fresh') return record(event);
    inBackground(askZoomAbout(namedBy(event)));
    return {kind: 'hint'};
  };
