import {nextDate, timesToCome} from '../scheduling/times-to-come.js';
import {hasExpired} from '../state/has-expired.js';
import {zoomTime} from '../zoom-time.js';
import type {Answer} from './answer.js';
import type {SignedCall} from './api-call.js';
import {joinUrl} from './gathering-body.js';
import {requireUser} from './get-user.js';
import {refusals} from './refusals.js';
import {requireWebinarPlan} from './require-webinar.js';
import {takePage} from './take-page.js';

/** The webinars of a user, a page at a time: `scheduled`, over or not; `upcoming`, what is not. */
export function listWebinars(call: SignedCall): Answer {
  const {state, form} = call;
  const host = requireUser(call);
  requireWebinarPlan(host);
  const type = form.get('type') ?? 'scheduled';
  if (type !== 'scheduled' && type !== 'upcoming') {
    throw refusals.invalid([{field: 'type', message: 'Invalid field.'}]);
  }
  const now = state.clock.now();
  const listed = state.webinars
    .filter((webinar) => webinar.hostId === host.id && webinar.exists && !hasExpired(webinar, now))
    .filter((webinar) => type === 'scheduled' || timesToCome(webinar, now).length > 0);
  const {rows, ...page} = takePage(call, listed);
  const webinars = rows.map((webinar) => {
    const {startTime, duration} = nextDate(webinar, now);
    return {
      uuid: webinar.uuid,
      id: webinar.number,
      host_id: webinar.hostId,
      topic: webinar.topic,
      type: webinar.type,
      ...(startTime !== undefined && {start_time: zoomTime(startTime)}),
      duration,
      timezone: webinar.timezone,
      ...(webinar.agenda !== '' && {agenda: webinar.agenda}),
      created_at: zoomTime(webinar.createdAt),
      join_url: joinUrl(state, webinar),
      is_simulive: false,
    };
  });
  return {status: 200, body: {...page, webinars}};
}
