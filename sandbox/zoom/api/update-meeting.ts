import * as z from 'zod';
import {changeOccurrence, changePlan} from '../scheduling/change-plan.js';
import type {Answer} from './answer.js';
import type {SignedCall} from './api-call.js';
import {planFields, readPlan} from './plan-fields.js';
import {readBody} from './read-body.js';
import {requireAlternativeHosts} from './require-alternative-hosts.js';
import {requireDate} from './require-date.js';
import {requireMeeting} from './require-meeting.js';

const changes = z.object(planFields);

/** All dates, or with `occurrence_id` one, of which time and length alone are its own. */
export function updateMeeting(call: SignedCall): Answer {
  const {state, limiter, json, caller} = call;
  const meeting = requireMeeting(call);
  const date = requireDate(call, meeting);
  const plan = readPlan(readBody(changes, json), state.clock.now(), meeting.timezone);
  const host = state.users.find(({id}) => id === meeting.hostId);
  if (host !== undefined) requireAlternativeHosts(call, host, plan.settings);
  limiter.countCreation(meeting.hostId);
  if (date === undefined) {
    changePlan(call, meeting, plan, caller.user);
  } else {
    const {startTime = date.startTime, duration = date.duration} = plan;
    changeOccurrence(call, meeting, date, {startTime, duration}, caller.user);
  }
  return {status: 204};
}
