import {recordingRow, timelineFile, videoFile} from '../archive/recording-row.js';
import type {Answer} from './answer.js';
import type {SignedCall} from './api-call.js';
import {readUuid} from './read-uuid.js';
import {refusals} from './refusals.js';
import {reachesHost} from './require-meeting.js';

/** By UUID, or by number the latest. The passcode is in it, plain and as links take it. */
export function getMeetingRecordings(call: SignedCall): Answer {
  const {state, form} = call;
  const id = readUuid(call.id);
  const recording = state.archive.recordings.findLast(
    ({uuid, number, hostId}) => (uuid === id || String(number) === id) && reachesHost(call, {hostId}),
  );
  if (recording === undefined) throw refusals.noRecording();
  const {passcode} = recording;
  const token = form.get('include_fields') === 'download_access_token' && {
    download_access_token: state.ids.secret(),
  };
  const files = [videoFile(state, recording), timelineFile(state, recording)];
  const body = {...recordingRow(state, recording, files), password: passcode, ...token};
  return {status: 200, body: {...body, recording_play_passcode: `${passcode}-encrypted`}};
}
