import type {Stage} from './meetings/stage.js';
import {cancelPlan, changePlan, type PlanChanges} from './scheduling/change-plan.js';
import {type NewRegistrant, register} from './scheduling/registration.js';
import {scheduleMeeting} from './scheduling/schedule-meeting.js';
import {findMeeting, type NewMeeting} from './state/add-meeting.js';
import {findWebinar} from './state/add-webinar.js';
import type {SimulatorState} from './state/create-state.js';
import type {Registrant} from './state/gathering.js';
import type {AnyGathering, SimulatedMeeting} from './state/records.js';

/**
 * What people do in Zoom's calendar, in its client or on its pages. A number that names nothing throws; what is said of
 * meetings holds of webinars, too.
 */
export interface ScheduleActions {
  /** One made elsewhere than over the API. Of instant meetings and personal rooms nothing is told. */
  addMeeting: (meeting: NewMeeting) => SimulatedMeeting;
  changeMeeting: (number: number | string, changes: PlanChanges) => AnyGathering;
  /** With an occurrence: that date alone. */
  deleteMeeting: (number: number | string, occurrenceId?: string) => AnyGathering;
  /** Throws where one need not register, and where it is full. */
  register: (number: number | string, newcomer: NewRegistrant) => Registrant;
  /** By id or address. No event of ours tells of it. */
  decide: (number: number | string, who: string, status: Registrant['status']) => Registrant;
}

export function createScheduleActions(stage: Stage): ScheduleActions {
  const {state} = stage;
  return {
    addMeeting: (given) => scheduleMeeting(stage, given),
    changeMeeting: (number, changes) => {
      const meeting = requireGathering(state, number);
      changePlan(stage, meeting, changes);
      return meeting;
    },
    deleteMeeting: (number, occurrenceId) => {
      const meeting = requireGathering(state, number);
      const date = meeting.occurrences.find(({id}) => id === occurrenceId);
      if (occurrenceId !== undefined && date === undefined) {
        throw new Error(`Meeting ${number} has no date ${occurrenceId}.`);
      }
      cancelPlan(stage, meeting, date);
      return meeting;
    },
    register: (number, newcomer) => {
      const registration = register(stage, requireGathering(state, number), newcomer);
      switch (registration.kind) {
        case 'registered':
          return registration.registrant;
        case 'not-asked-for':
          throw new Error(`Nobody has to register for meeting ${number}.`);
        case 'full':
          throw new Error(`Meeting ${number} is full.`);
      }
    },
    decide: (number, who, status) => {
      const {registrants} = requireGathering(state, number);
      const found = registrants.find(({id, email}) => id === who || email === who);
      if (found === undefined) throw new Error(`${who} has not registered for meeting ${number}.`);
      found.status = status;
      state.changed();
      return found;
    },
  };
}

function requireGathering(state: SimulatorState, number: number | string): AnyGathering {
  const found = findMeeting(state, number) ?? findWebinar(state, number);
  if (found === undefined) throw new Error(`There is no meeting ${number}.`);
  return found;
}
