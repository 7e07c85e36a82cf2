import type {SimulatedMeeting} from '../state/records.js';
import type {Stage} from './stage.js';

/** An instant meeting that has ended does not exist any more; its recording does. */
export function finishRecording({state, emit}: Stage, number: number | string): SimulatedMeeting {
  const meeting = state.meetings.findLast((known) => String(known.number) === String(number));
  const occurrence = meeting?.past.at(-1);
  if (meeting === undefined || occurrence === undefined) {
    throw new Error(`Meeting ${number} has not ended yet, so it has no recording.`);
  }
  const {uuid, startedAt} = occurrence;
  emit({name: 'recording.completed', meeting: {...meeting, uuid}, startedAt, at: state.clock.now()});
  state.changed();
  return meeting;
}
