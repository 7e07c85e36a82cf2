import type {Answer} from './answer.js';
import type {SignedCall} from './api-call.js';
import {meetingBody} from './meeting-body.js';
import {requireDate} from './require-date.js';
import {requireMeeting} from './require-meeting.js';
import {zoomTime} from '../zoom-time.js';

/** Dates that are over are shown with `show_previous_occurrences` alone. */
export function getMeeting(call: SignedCall): Answer {
  const {state, url, form} = call;
  const meeting = requireMeeting(call);
  const date = requireDate(call, meeting);
  const body = meetingBody(state, url, meeting, form.get('show_previous_occurrences') === 'true');
  const ofDate = date && {start_time: zoomTime(date.startTime), duration: date.duration};
  return {status: 200, body: {...body, ...ofDate}};
}
