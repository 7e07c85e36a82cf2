import * as z from 'zod';
import {endWebinar} from '../webinars/attend.js';
import type {Answer} from './answer.js';
import type {SignedCall} from './api-call.js';
import {refusals} from './refusals.js';
import {requireWebinar} from './require-webinar.js';

const change = z.object({action: z.literal('end')});

export function setWebinarStatus(call: SignedCall): Answer {
  const webinar = requireWebinar(call);
  if (!change.safeParse(call.json).success)
    throw refusals.invalid([{field: 'action', message: 'Invalid field.'}]);
  if (webinar.status !== 'started') throw refusals.notStarted();
  endWebinar(call, webinar);
  return {status: 204};
}
