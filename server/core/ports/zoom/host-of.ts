import * as z from 'zod';
import {optionalText} from './answer-fields.js';

const host = z.object({host_id: optionalText, meeting_host_id: optionalText}).catch({});

/** Whom an answer names as the host of what it is about; `undefined`: nobody. */
export function hostOf(answer: unknown): string | undefined {
  const {host_id, meeting_host_id} = host.parse(answer);
  return host_id ?? meeting_host_id;
}
