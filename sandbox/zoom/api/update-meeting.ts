import * as z from 'zod';
import type {Answer} from './answer.js';
import type {SignedCall} from './api-call.js';
import {refusals} from './refusals.js';
import {requireMeeting} from './require-meeting.js';

const changes = z.object({
  topic: z.string().max(200).optional(),
  duration: z.int().min(1).max(1440).optional(),
});

export function updateMeeting(call: SignedCall): Answer {
  const meeting = requireMeeting(call);
  const wanted = changes.safeParse(call.json);
  if (!wanted.success) {
    throw refusals.invalid(wanted.error.issues.map(({path, message}) => ({field: path.join('.'), message})));
  }
  const {topic = meeting.topic, duration = meeting.duration} = wanted.data;
  Object.assign(meeting, {topic, duration});
  call.state.changed();
  return {status: 204};
}
