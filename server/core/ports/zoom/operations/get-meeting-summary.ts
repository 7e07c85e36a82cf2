import * as z from 'zod';
import {defineOperation} from '../operation.js';
import {none, optionalNumberField, textField, uuid} from './fields.js';

/** https://developers.zoom.us/docs/api/meetings/#tag/meetings/GET/meetings/{meetingId}/meeting_summary */
export const getMeetingSummary = defineOperation({
  method: 'GET',
  path: '/meetings/{meetingId}/meeting_summary',
  summary: 'What Zoom AI Companion wrote about a meeting, in Markdown.',
  params: z.object({meetingId: uuid}),
  query: none,
  body: none,
  answer: z.object({
    meeting_host_id: textField,
    meeting_host_email: textField,
    meeting_uuid: textField,
    meeting_id: optionalNumberField,
    meeting_topic: textField,
    meeting_start_time: textField,
    meeting_end_time: textField,
    summary_created_time: textField,
    summary_last_modified_time: textField,
    summary_title: textField,
    summary_content: textField,
    summary_doc_url: textField,
  }),
  uuids: ['meetingId'],
  of: 'answer',
  scopes: {granular: 'meeting:read:summary', classic: ['meeting_summary:read']},
  feature: 'summaries',
  rate: 'light',
});
