import * as z from 'zod';
import {countField, flagField, optionalNumberField, textField} from './fields.js';

/** 1 Basic · 2 Licensed · 4 Unassigned · 99 None, for those who sign in by SSO only. */
const licence = z.literal([1, 2, 4, 99]).describe('1 Basic, 2 Licensed, 4 Unassigned, 99 None.');

const name = z.string().max(64).optional();

/** A password is none of these: it does not pass through here, so that nobody is created with one. */
export const newUser = z.object({
  action: z.enum(['create', 'custCreate', 'ssoCreate']),
  user_info: z.object({
    email: z.email().max(128),
    type: licence,
    first_name: name,
    last_name: name,
    display_name: z.string().max(128).optional(),
  }),
});

export const createdUser = z.object({
  id: textField,
  email: textField,
  first_name: textField,
  last_name: textField,
  type: countField,
});

const words = z.string().max(128).optional();

export const changedUser = z.object({
  first_name: name,
  last_name: name,
  display_name: words,
  type: licence.optional(),
  timezone: words,
  language: z.string().max(16).optional(),
  dept: words,
  job_title: words,
  company: z.string().max(255).optional(),
  location: z.string().max(256).optional(),
  manager: z.email().max(128).optional(),
  use_pmi: z.boolean().optional().describe('Instant meetings take place in their personal meeting room.'),
});

/** The host key, the personal link with its passcode, and everything about their sign-in have no field. */
export const shownUser = z.object({
  id: textField,
  email: textField,
  first_name: textField,
  last_name: textField,
  display_name: textField,
  type: countField,
  status: textField,
  role_id: textField,
  role_name: textField,
  pmi: optionalNumberField.describe('The number of their personal meeting room.'),
  use_pmi: flagField,
  timezone: textField,
  language: textField,
  dept: textField,
  job_title: textField,
  company: textField,
  location: textField,
  manager: textField,
  pic_url: textField,
  verified: countField,
  created_at: textField,
  user_created_at: textField,
  last_login_time: textField,
});
