import * as z from 'zod';
import {countField, flagField, idField, listOf, pageFields, textField} from './fields.js';

/** Who was in what is over. An address is absent for those who are not of the account. */
export const participantsPage = z.object({
  ...pageFields,
  participants: listOf(
    z.object({
      id: idField.describe('Of a Zoom user; absent for those who had not signed in.'),
      user_id: idField.describe('Of this stay.'),
      name: textField,
      user_email: textField,
      registrant_id: idField,
      join_time: textField,
      leave_time: textField,
      duration: countField.describe('Seconds.'),
      status: textField,
      failover: flagField,
      internal_user: flagField,
    }),
  ),
});
