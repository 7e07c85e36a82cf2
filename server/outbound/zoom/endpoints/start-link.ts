import {z} from 'zod';
import {SecretText} from '../../../core/domain/secret-text.js';
import {encodeSegment} from './encode-segment.js';
import type {LookupEndpoint} from './endpoint.js';

/**
 * The same call as `get-meeting`: it makes a fresh `start_url`, which signs in as the host for two hours. This is
 * the one place that reads it, into a value that can neither be printed nor stored.
 */
export const startLink = {
  name: 'start-link',
  method: 'GET',
  path: (number) => `/meetings/${encodeSegment(number)}`,
  answer: z
    .object({start_url: z.string().min(1)})
    .transform(({start_url}): SecretText => new SecretText(start_url)),
  absentCodes: [3001],
} satisfies LookupEndpoint<string, SecretText>;
