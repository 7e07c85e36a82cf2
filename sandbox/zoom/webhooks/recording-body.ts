import type {SimulatorState} from '../state/create-state.js';
import type {AnyGathering} from '../state/records.js';
import {zoomTime} from '../zoom-time.js';

/** A recording that can be watched now. Times: ms since the epoch. */
interface FinishedRecording {
  meeting: AnyGathering;
  startedAt: number;
  at: number;
}

/**
 * The body of `recording.completed`: the meeting number is a number here, and a token for the downloads stands beside
 * the payload. Source: https://developers.zoom.us/docs/api/meetings/events/#tag/recording
 */
export function recordingBody(state: SimulatorState, {meeting, startedAt, at}: FinishedRecording): string {
  const {account, ids, users} = state;
  const accountId = users.find((user) => user.id === meeting.hostId)?.accountId ?? account.id;
  const id = ids.opaque();
  const file = {
    id,
    meeting_id: meeting.uuid,
    recording_start: zoomTime(startedAt),
    recording_end: zoomTime(at),
    file_type: 'MP4',
    file_extension: 'MP4',
    file_size: 1_048_576,
    play_url: `https://zoom.us/rec/play/${id}`,
    download_url: `https://zoom.us/rec/download/${id}`,
    status: 'completed',
    recording_type: 'shared_screen_with_speaker_view',
  };
  const object = {
    id: meeting.number,
    uuid: meeting.uuid,
    host_id: meeting.hostId,
    account_id: accountId,
    topic: meeting.topic,
    type: meeting.type,
    start_time: zoomTime(startedAt),
    duration: Math.max(1, Math.round((at - startedAt) / 60_000)),
    share_url: `https://zoom.us/rec/share/${id}`,
    recording_count: 1,
    recording_files: [file],
  };
  return JSON.stringify({
    event: 'recording.completed',
    event_ts: at,
    payload: {account_id: accountId, object},
    download_token: ids.secret(),
  });
}
