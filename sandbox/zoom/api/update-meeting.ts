import * as z from 'zod';
import {findMeeting} from '../state/add-meeting.js';
import type {Answer} from './answer.js';
import type {ApiCall} from './api-call.js';
import {refusals} from './refusals.js';

const changes = z.object({
  topic: z.string().max(200).optional(),
  duration: z.int().min(1).max(1440).optional(),
});

export function updateMeeting({state, id, json}: ApiCall): Answer {
  const meeting = findMeeting(state, id);
  if (meeting === undefined) throw refusals.noMeeting(id);
  const wanted = changes.safeParse(json);
  if (!wanted.success) {
    throw refusals.invalid(wanted.error.issues.map(({path, message}) => ({field: path.join('.'), message})));
  }
  const {topic = meeting.topic, duration = meeting.duration} = wanted.data;
  Object.assign(meeting, {topic, duration});
  state.changed();
  return {status: 204};
}
