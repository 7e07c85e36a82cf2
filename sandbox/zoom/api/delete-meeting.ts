import {findMeeting} from '../state/add-meeting.js';
import type {Answer} from './answer.js';
import type {ApiCall} from './api-call.js';
import {refusals} from './refusals.js';

export function deleteMeeting({state, id}: ApiCall): Answer {
  const meeting = findMeeting(state, id);
  if (meeting === undefined) throw refusals.noMeeting(id);
  if (meeting.status === 'started') throw refusals.inProgress();
  meeting.exists = false;
  state.changed();
  return {status: 204};
}
