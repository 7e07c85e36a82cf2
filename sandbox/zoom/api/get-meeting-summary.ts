import {zoomTime} from '../zoom-time.js';
import type {Answer} from './answer.js';
import type {SignedCall} from './api-call.js';
import {refusals} from './refusals.js';
import {requireOccurrence} from './require-occurrence.js';

/** By the UUID of one time that it was held; what was written before fields were for Markdown is empty. */
export function getMeetingSummary(call: SignedCall): Answer {
  const {state, id} = call;
  if (/^\d+$/.test(id)) throw refusals.noMeeting(id);
  const {meeting, occurrence, host} = requireOccurrence(call);
  const summary = state.archive.summaries.findLast(({uuid}) => uuid === occurrence.uuid);
  if (summary === undefined) throw refusals.noMeeting(id);
  if (summary.isByMailAlone) throw refusals.summaryByMail();
  const {title, content, at} = summary;
  return {
    status: 200,
    body: {
      meeting_host_id: meeting.hostId,
      meeting_host_email: host?.email ?? '',
      meeting_uuid: occurrence.uuid,
      meeting_id: meeting.number,
      meeting_topic: meeting.topic,
      meeting_start_time: zoomTime(occurrence.startedAt),
      meeting_end_time: zoomTime(occurrence.endedAt),
      summary_start_time: zoomTime(occurrence.startedAt),
      summary_end_time: zoomTime(occurrence.endedAt),
      summary_created_time: zoomTime(at),
      summary_last_modified_time: zoomTime(at),
      summary_title: title,
      summary_content: content,
      summary_overview: '',
      summary_details: [],
      next_steps: [],
      summary_doc_url: `${state.url}/doc/${encodeURIComponent(occurrence.uuid)}`,
    },
  };
}
