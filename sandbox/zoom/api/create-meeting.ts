import * as z from 'zod';
import {addMeeting} from '../state/add-meeting.js';
import type {Answer} from './answer.js';
import type {SignedCall} from './api-call.js';
import {requireUser} from './get-user.js';
import {meetingBody} from './meeting-body.js';
import {refusals} from './refusals.js';

/** Types are checked, unknown fields are not. A personal room (type 4) cannot be created. */
const newMeeting = z.object({
  topic: z.string().max(200).optional(),
  type: z.literal([1, 2, 3, 8]).default(2),
  duration: z.int().min(1).max(1440).optional(),
  agenda: z.string().max(2000).optional(),
  password: z.string().max(10).optional(),
  settings: z
    .object({
      use_pmi: z.boolean().optional(),
      waiting_room: z.boolean().optional(),
      join_before_host: z.boolean().optional(),
    })
    .optional(),
});

export function createMeeting(call: SignedCall): Answer {
  const {state, limiter, url, json} = call;
  const host = requireUser(call);
  if (host.status !== 'active') throw refusals.userMayNotHost();
  const wanted = newMeeting.safeParse(json);
  if (!wanted.success) {
    throw refusals.invalid(wanted.error.issues.map(({path, message}) => ({field: path.join('.'), message})));
  }
  limiter.countCreation(host.id);
  const {topic, type, duration, settings = {}} = wanted.data;
  const {waiting_room: waitingRoom, join_before_host: joinBeforeHost} = settings;
  const meeting = addMeeting(state, {
    hostId: host.id,
    type,
    ...(topic !== undefined && {topic}),
    ...(duration !== undefined && type !== 1 && {duration}),
    ...(waitingRoom !== undefined && {waitingRoom}),
    ...(joinBeforeHost !== undefined && {joinBeforeHost}),
  });
  return {status: 201, body: meetingBody(state, url, meeting)};
}
