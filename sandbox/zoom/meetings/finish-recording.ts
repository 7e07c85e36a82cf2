import type {SimulatedMeeting} from '../state/records.js';
import type {Stage} from './stage.js';

/** An instant meeting that has ended does not exist any more; its recording does. */
export function finishRecording({state, emit}: Stage, number: number | string): SimulatedMeeting {
  const meeting = state.meetings.findLast((known) => String(known.number) === String(number));
  const occurrence = meeting?.past.at(-1);
  if (meeting === undefined || occurrence === undefined) {
    throw new Error(`Meeting ${number} has not ended yet, so it has no recording.`);
  }
  const {ids, clock, archive, changed} = state;
  const {uuid, startedAt, endedAt} = occurrence;
  const {hostId, topic, type, timezone} = meeting;
  const recorded = {uuid, number: meeting.number, hostId, topic, type, timezone, startedAt, endedAt};
  const recording = archive.recordings.find((known) => known.uuid === uuid) ?? {
    ...recorded,
    id: ids.opaque(),
    passcode: ids.passcode(),
  };
  if (!archive.recordings.includes(recording)) archive.recordings.push(recording);
  emit({name: 'recording.completed', meeting, recording, at: clock.now()});
  changed();
  return meeting;
}
