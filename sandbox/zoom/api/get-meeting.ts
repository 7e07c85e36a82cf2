import {findMeeting} from '../state/add-meeting.js';
import type {Answer} from './answer.js';
import type {ApiCall} from './api-call.js';
import {meetingBody} from './meeting-body.js';
import {refusals} from './refusals.js';

export function getMeeting({state, url, id}: ApiCall): Answer {
  const meeting = findMeeting(state, id);
  if (meeting === undefined) throw refusals.noMeeting(id);
  return {status: 200, body: meetingBody(state, url, meeting)};
}
