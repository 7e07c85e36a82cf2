import {cancelPlan} from '../scheduling/change-plan.js';
import type {Answer} from './answer.js';
import type {SignedCall} from './api-call.js';
import {refusals} from './refusals.js';
import {requireDate} from './require-date.js';
import {requireMeeting} from './require-meeting.js';

/** The whole series, or with `occurrence_id` one date of it. */
export function deleteMeeting(call: SignedCall): Answer {
  const meeting = requireMeeting(call);
  if (meeting.type === 4) throw refusals.personalRoom();
  if (meeting.status === 'started') throw refusals.inProgress();
  cancelPlan(call, meeting, requireDate(call, meeting), call.caller.user);
  return {status: 204};
}
