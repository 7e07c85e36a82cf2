import * as z from 'zod';
import {optionalText} from '../answer-fields.js';
import type {LookupEndpoint} from '../endpoint.js';

/** Fields that Zoom's answer lacks are absent. */
export interface ZoomUser {
  id: string;
  email?: string;
  status?: string;
  accountId?: string;
  /** Zoom's number of the licence: 1 Basic, 2 Licensed. */
  type?: number;
  /** Personal meeting ID, digits only. */
  pmi?: string;
}

/** A JSON number, or text; Zoom says 0 where there is none. */
const personalId = z
  .union([z.int().positive(), z.string().regex(/^[1-9]\d{0,19}$/)])
  .transform(String)
  .optional()
  .catch(undefined);

/** https://developers.zoom.us/docs/api/users/#tag/users/GET/users/{userId}: an e-mail address serves as id. */
export const findUser: LookupEndpoint<void, ZoomUser> = {
  method: 'GET',
  path: (_nothing, subject) => ['users', subject],
  answer: z
    .object({
      // The id becomes part of later paths, where `me` would be the owner of the app.
      id: z.string().regex(/^(?!me$)[\w-]{1,128}$/),
      email: optionalText,
      status: optionalText,
      account_id: optionalText,
      type: z.number().optional().catch(undefined),
      pmi: personalId,
    })
    .transform((user) => ({
      id: user.id,
      ...(user.email !== undefined && {email: user.email}),
      ...(user.status !== undefined && {status: user.status}),
      ...(user.account_id !== undefined && {accountId: user.account_id}),
      ...(user.type !== undefined && {type: user.type}),
      ...(user.pmi !== undefined && {pmi: user.pmi}),
    })),
  /** Unknown · in another account · invited, and the invitation has expired · an address that Zoom takes for none. */
  absentCodes: [1001, 1010, 1120, 300],
  scopes: {granular: 'user:read:user', classic: ['user:read', 'user:write']},
  rate: 'light',
};
