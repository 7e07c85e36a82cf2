import * as z from 'zod';
import {tellPlan} from '../scheduling/tell-plan.js';
import {addWebinar} from '../state/add-webinar.js';
import type {Answer} from './answer.js';
import type {SignedCall} from './api-call.js';
import {requireUser} from './get-user.js';
import {planFields, readPlan} from './plan-fields.js';
import {readBody} from './read-body.js';
import {refusals} from './refusals.js';
import {requireAlternativeHosts} from './require-alternative-hosts.js';
import {requireWebinarPlan} from './require-webinar.js';
import {webinarBody} from './webinar-body.js';

const newWebinar = z.object({...planFields, type: z.literal([5, 6, 9]).default(5)});

export function createWebinar(call: SignedCall): Answer {
  const {state, limiter, json, caller} = call;
  const host = requireUser(call);
  if (host.status !== 'active') throw refusals.userMayNotHost();
  requireWebinarPlan(host);
  const {type, ...wanted} = readBody(newWebinar, json);
  const {
    waitingRoom: _none,
    joinBeforeHost: _neither,
    ...plan
  } = readPlan(wanted, state.clock.now(), host.timezone);
  requireAlternativeHosts(call, host, plan.settings);
  limiter.countCreation(host.id);
  const webinar = addWebinar(state, {...plan, hostId: host.id, type, source: 'open_api'});
  tellPlan(call, 'created', webinar, {operator: caller.user});
  return {status: 201, body: webinarBody(state, webinar)};
}
