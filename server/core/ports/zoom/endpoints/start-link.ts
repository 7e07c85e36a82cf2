import * as z from 'zod';
import {SecretText} from '../../../domain/secret-text.js';
import {optionalText} from '../answer-fields.js';
import type {LookupEndpoint} from '../endpoint.js';

/** A way in as the host, and who that is by now: Zoom can give a meeting to somebody else. */
export interface ZoomStartLink {
  link: SecretText;
  hostId: string | undefined;
}

/**
 * The same call as `meeting`: it makes a fresh `start_url`, which signs in as the host for two hours. This is the one
 * place that reads it, into a value that can neither be printed nor stored.
 */
export const startLink: LookupEndpoint<string, ZoomStartLink> = {
  method: 'GET',
  path: (number) => ['meetings', number],
  answer: z
    .object({start_url: z.string().min(1), host_id: optionalText})
    .transform(({start_url, host_id}): ZoomStartLink => ({link: new SecretText(start_url), hostId: host_id})),
  link: ({link}, meetingNumber) => ({url: link.reveal(), meetingNumber}),
  absentCodes: [3001],
  scopes: {granular: 'meeting:read:meeting', classic: ['meeting:read']},
  rate: 'light',
};
