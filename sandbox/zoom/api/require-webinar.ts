import {findWebinar} from '../state/add-webinar.js';
import {findMeeting} from '../state/add-meeting.js';
import type {SimulatedUser, SimulatedWebinar} from '../state/records.js';
import type {SignedCall} from './api-call.js';
import {refusals} from './refusals.js';
import {reachesHost} from './require-meeting.js';

/** The webinar of that number. Throws the refusal where there is none, and where it is none of the caller's. */
export function requireWebinar(call: SignedCall): SimulatedWebinar {
  const {state, id} = call;
  if (!/^\d+$/.test(id) || findMeeting(state, id) !== undefined) throw refusals.noWebinarNumber(id);
  const webinar = findWebinar(state, id);
  if (webinar === undefined || !reachesHost(call, webinar)) throw refusals.noWebinar(id);
  requireWebinarPlan(state.users.find((user) => user.id === webinar.hostId));
  return webinar;
}

/** Throws the refusal for whom nobody has bought webinars. */
export function requireWebinarPlan(host: SimulatedUser | undefined): void {
  if (host?.hasWebinars === false) throw refusals.noWebinarPlan(host.id);
}
