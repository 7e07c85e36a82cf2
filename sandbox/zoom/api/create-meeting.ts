import * as z from 'zod';
import {scheduleMeeting} from '../scheduling/schedule-meeting.js';
import type {Answer} from './answer.js';
import type {SignedCall} from './api-call.js';
import {requireUser} from './get-user.js';
import {meetingBody} from './meeting-body.js';
import {planFields, readPlan} from './plan-fields.js';
import {readBody} from './read-body.js';
import {refusals} from './refusals.js';
import {requireAlternativeHosts} from './require-alternative-hosts.js';

/** A personal room (type 4) cannot be created. */
const newMeeting = z.object({
  ...planFields,
  type: z.literal([1, 2, 3, 8]).default(2),
  schedule_for: z.string().optional(),
});

export function createMeeting(call: SignedCall): Answer {
  const {state, limiter, url, json, caller} = call;
  const host = requireUser(call);
  if (host.status !== 'active') throw refusals.userMayNotHost();
  const {type, schedule_for: other, ...wanted} = readBody(newMeeting, json);
  // Nobody has been given the privilege to schedule for others.
  if (other !== undefined && other !== host.email && other !== host.id) throw refusals.mayNotSchedule(other);
  const {duration, ...plan} = readPlan(wanted, state.clock.now(), host.timezone);
  requireAlternativeHosts(call, host, plan.settings);
  limiter.countCreation(host.id);
  const given = {...plan, ...(duration !== undefined && type !== 1 && {duration})};
  const meeting = scheduleMeeting(call, {...given, hostId: host.id, type, source: 'open_api'}, caller.user);
  return {status: 201, body: meetingBody(state, url, meeting)};
}
