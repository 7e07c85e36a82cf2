import * as z from 'zod';
import {countField, idField, linkField, listOf, optionalNumberField, textField} from './fields.js';

/**
 * A file needs a token of Zoom's to be fetched, or the passcode to be played; Zoom leaves out most of it where a file
 * is still being made.
 */
const recordingFile = z.object({
  id: idField,
  recording_start: textField,
  recording_end: textField,
  file_type: textField,
  file_extension: textField,
  file_size: countField.describe('Bytes.'),
  recording_type: textField,
  status: textField,
  play_url: linkField,
  download_url: linkField,
});

/** A meeting or webinar as far as it was recorded. */
export const recordedMeeting = z.object({
  id: optionalNumberField,
  uuid: textField,
  host_id: textField,
  topic: textField,
  type: countField,
  start_time: textField,
  duration: countField.describe('Minutes.'),
  timezone: textField,
  total_size: countField.describe('Bytes.'),
  recording_count: countField,
  share_url: linkField,
  recording_play_passcode: textField,
  recording_files: listOf(recordingFile),
});
