import type {SimulatedRecording} from '../state/archive.js';
import type {SimulatorState} from '../state/create-state.js';
import {zoomTime} from '../zoom-time.js';

const FILE_BYTES = 1_048_576;

/** A recording as REST and webhooks show it; the number is a JSON number. */
export function recordingRow(
  {users, account, url}: SimulatorState,
  recording: SimulatedRecording,
  files: readonly object[],
): object {
  const {id, uuid, number, hostId, topic, type, timezone, startedAt, endedAt} = recording;
  return {
    uuid,
    id: number,
    account_id: users.find((user) => user.id === hostId)?.accountId ?? account.id,
    host_id: hostId,
    topic,
    type,
    start_time: zoomTime(startedAt),
    timezone,
    duration: Math.max(1, Math.round((endedAt - startedAt) / 60_000)),
    total_size: FILE_BYTES,
    recording_count: files.length,
    share_url: `${url}/rec/share/${id}`,
    recording_files: files,
  };
}

export function videoFile({url}: SimulatorState, recording: SimulatedRecording): object {
  const {id, uuid, startedAt, endedAt} = recording;
  return {
    id,
    meeting_id: uuid,
    recording_start: zoomTime(startedAt),
    recording_end: zoomTime(endedAt),
    file_type: 'MP4',
    file_extension: 'MP4',
    file_size: FILE_BYTES,
    play_url: `${url}/rec/play/${id}`,
    download_url: `${url}/rec/download/${id}`,
    status: 'completed',
    recording_type: 'shared_screen_with_speaker_view',
  };
}

/** Of a timeline Zoom tells neither an id nor a size nor a state. */
export const timelineFile = ({url}: SimulatorState, recording: SimulatedRecording): object => ({
  meeting_id: recording.uuid,
  recording_start: zoomTime(recording.startedAt),
  recording_end: zoomTime(recording.endedAt),
  file_type: 'TIMELINE',
  file_extension: 'JSON',
  download_url: `${url}/rec/download/${recording.id}-timeline`,
  recording_type: 'timeline',
});
