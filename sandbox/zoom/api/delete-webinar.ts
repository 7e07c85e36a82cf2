import {cancelPlan} from '../scheduling/change-plan.js';
import type {Answer} from './answer.js';
import type {SignedCall} from './api-call.js';
import {refusals} from './refusals.js';
import {requireDate} from './require-date.js';
import {requireWebinar} from './require-webinar.js';

/** The whole series, or with `occurrence_id` one date of it. */
export function deleteWebinar(call: SignedCall): Answer {
  const webinar = requireWebinar(call);
  if (webinar.status === 'started') throw refusals.inProgress();
  cancelPlan(call, webinar, requireDate(call, webinar), call.caller.user);
  return {status: 204};
}
