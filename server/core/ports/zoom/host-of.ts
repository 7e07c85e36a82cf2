import * as z from 'zod';
import {optionalText} from './answer-fields.js';

const host = z.object({host_id: optionalText, meeting_host_id: optionalText});

/** Whom an answer names as the host of what it is about; `undefined`: nobody. */
export function hostOf(answer: unknown): string | undefined {
  const read = host.safeParse(answer);
  return read.success ? (read.data.host_id ?? read.data.meeting_host_id) : undefined;
}
