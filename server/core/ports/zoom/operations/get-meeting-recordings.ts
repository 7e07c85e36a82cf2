import * as z from 'zod';
import {defineOperation} from '../operation.js';
import {none, numberOrUuid, textField} from './fields.js';
import {recordedMeeting} from './recording-fields.js';

/** https://developers.zoom.us/docs/api/meetings/#tag/cloud-recording/GET/meetings/{meetingId}/recordings */
export const getMeetingRecordings = defineOperation({
  method: 'GET',
  path: '/meetings/{meetingId}/recordings',
  summary: 'The cloud recordings of a meeting or webinar.',
  params: z.object({meetingId: numberOrUuid}),
  query: none,
  body: none,
  answer: recordedMeeting.extend({password: textField}),
  uuids: ['meetingId'],
  of: 'answer',
  scopes: {granular: 'cloud_recording:read:list_recording_files', classic: ['recording:read']},
  feature: 'recordings',
  rate: 'light',
});
