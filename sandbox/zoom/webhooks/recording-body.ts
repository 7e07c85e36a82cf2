import {recordingRow, videoFile} from '../archive/recording-row.js';
import type {SimulatedRecording} from '../state/archive.js';
import type {SimulatorState} from '../state/create-state.js';
import type {AnyGathering} from '../state/records.js';

/** A recording that can be watched now. Times: ms since the epoch. */
export interface RecordingEvent {
  name: 'recording.completed';
  meeting: AnyGathering;
  recording: SimulatedRecording;
  at: number;
}

/**
 * The body of `recording.completed`: the meeting number is a number here, and a token for the downloads stands beside
 * the payload. Source: https://developers.zoom.us/docs/api/meetings/events/#tag/recording
 */
export function recordingBody(state: SimulatorState, {name, recording, at}: RecordingEvent): string {
  const host = state.users.find(({id}) => id === recording.hostId);
  const row = recordingRow(state, recording, [videoFile(state, recording)]);
  return JSON.stringify({
    event: name,
    event_ts: at,
    payload: {
      account_id: host?.accountId ?? state.account.id,
      object: {...row, host_email: host?.email ?? '', password: recording.passcode},
    },
    download_token: state.ids.secret(),
  });
}
