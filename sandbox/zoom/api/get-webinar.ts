import {zoomTime} from '../zoom-time.js';
import type {Answer} from './answer.js';
import type {SignedCall} from './api-call.js';
import {requireDate} from './require-date.js';
import {requireWebinar} from './require-webinar.js';
import {webinarBody} from './webinar-body.js';

export function getWebinar(call: SignedCall): Answer {
  const webinar = requireWebinar(call);
  const date = requireDate(call, webinar);
  const body = webinarBody(call.state, webinar, call.form.get('show_previous_occurrences') === 'true');
  const ofDate = date && {start_time: zoomTime(date.startTime), duration: date.duration};
  return {status: 200, body: {...body, ...ofDate}};
}
