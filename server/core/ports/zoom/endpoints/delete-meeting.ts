import {noAnswer} from '../answer-fields.js';
import type {LookupEndpoint} from '../endpoint.js';

/**
 * https://developers.zoom.us/docs/api/meetings/#tag/meetings/DELETE/meetings/{meetingId} What is gone already counts as
 * deleted. Zoom mails nobody: whom we tell is told by the card.
 */
export const deleteMeeting: LookupEndpoint<string, void> = {
  method: 'DELETE',
  path: (number) => ['meetings', number],
  query: () => ({schedule_for_reminder: false, cancel_meeting_reminder: false}),
  answer: noAnswer,
  absentCodes: [3001],
  scopes: {granular: 'meeting:delete:meeting', classic: ['meeting:write']},
  feature: 'cancel',
  rate: 'light',
};
