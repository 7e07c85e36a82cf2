import * as z from 'zod';
import {SecretText} from '../../../domain/secret-text.js';
import type {LookupEndpoint} from '../endpoint.js';

/**
 * The same call as `meeting`: it makes a fresh `start_url`, which signs in as the host for two hours. This is the one
 * place that reads it, into a value that can neither be printed nor stored.
 */
export const startLink: LookupEndpoint<string, SecretText> = {
  method: 'GET',
  path: (number) => ['meetings', number],
  answer: z
    .object({start_url: z.string().min(1)})
    .transform(({start_url}): SecretText => new SecretText(start_url)),
  link: (link, meetingNumber) => ({url: link.reveal(), meetingNumber}),
  absentCodes: [3001],
  scopes: {granular: 'meeting:read:meeting', classic: ['meeting:read']},
  rate: 'light',
};
