import * as z from 'zod';
import {countField, dateRange, idField, linkField, textField} from './fields.js';

export const phoneRange = {
  ...dateRange,
  recording_type: z.enum(['OnDemand', 'Automatic', 'All']).optional(),
};

const number = textField.describe('As it was shown: a telephone number, or an extension.');

/** `file_url` has no field: it is a link that needs no token. */
export const phoneRecording = z.object({
  id: idField,
  call_id: idField,
  call_log_id: idField,
  call_history_id: idField,
  caller_name: textField,
  caller_number: number,
  callee_name: textField,
  callee_number: number,
  direction: textField,
  duration: countField.describe('Seconds.'),
  date_time: textField,
  end_time: textField,
  recording_type: textField,
  download_url: linkField,
  owner: z
    .object({id: idField, type: textField, name: textField, extension_number: idField})
    .optional()
    .catch(undefined),
});
