import * as z from 'zod';
import {findMeeting} from '../state/add-meeting.js';
import type {Answer} from './answer.js';
import type {ApiCall} from './api-call.js';
import {refusals} from './refusals.js';

const change = z.object({action: z.literal('end')});

export function setMeetingStatus({state, endMeeting, id, json}: ApiCall): Answer {
  const meeting = findMeeting(state, id);
  if (meeting === undefined) throw refusals.noMeeting(id);
  if (!change.safeParse(json).success) throw refusals.invalid([{field: 'action', message: 'Invalid field.'}]);
  if (meeting.status !== 'started') throw refusals.notStarted();
  endMeeting(meeting.number);
  return {status: 204};
}
