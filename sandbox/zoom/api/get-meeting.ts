import type {Answer} from './answer.js';
import type {SignedCall} from './api-call.js';
import {meetingBody} from './meeting-body.js';
import {requireMeeting} from './require-meeting.js';

export function getMeeting(call: SignedCall): Answer {
  const {state, url} = call;
  const meeting = requireMeeting(call);
  return {status: 200, body: meetingBody(state, url, meeting)};
}
