import type {Answer} from './answer.js';
import type {SignedCall} from './api-call.js';
import {refusals} from './refusals.js';
import {requireMeeting} from './require-meeting.js';

export function deleteMeeting(call: SignedCall): Answer {
  const meeting = requireMeeting(call);
  if (meeting.type === 4) throw refusals.personalRoom();
  if (meeting.status === 'started') throw refusals.inProgress();
  meeting.exists = false;
  call.state.changed();
  return {status: 204};
}
