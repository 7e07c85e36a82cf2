import * as z from 'zod';
import type {Answer} from './answer.js';
import type {SignedCall} from './api-call.js';
import {refusals} from './refusals.js';
import {requireMeeting} from './require-meeting.js';

const change = z.object({action: z.literal('end')});

export function setMeetingStatus(call: SignedCall): Answer {
  const meeting = requireMeeting(call);
  if (!change.safeParse(call.json).success)
    throw refusals.invalid([{field: 'action', message: 'Invalid field.'}]);
  if (meeting.status !== 'started') throw refusals.notStarted();
  call.endMeeting(meeting.number);
  return {status: 204};
}
