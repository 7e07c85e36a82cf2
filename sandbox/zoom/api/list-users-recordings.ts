import {recordingRow, timelineFile, videoFile} from '../archive/recording-row.js';
import type {Answer} from './answer.js';
import type {SignedCall} from './api-call.js';
import {requireUser} from './get-user.js';
import {isWithin, readDays} from './read-window.js';
import {takePage} from './take-page.js';

const MOST_DAYS = 31;

/** What was recorded of the meetings that a user hosted, of a month at most. */
export function listUsersRecordings(call: SignedCall): Answer {
  const {state} = call;
  const host = requireUser(call);
  const {fields, ...window} = readDays(call, MOST_DAYS);
  const found = state.archive.recordings.filter(
    ({hostId, startedAt}) => hostId === host.id && isWithin(startedAt, window),
  );
  const {rows, ...page} = takePage(call, found);
  const meetings = rows.map((recording) =>
    recordingRow(state, recording, [videoFile(state, recording), timelineFile(state, recording)]),
  );
  return {status: 200, body: {...fields, ...page, meetings}};
}
