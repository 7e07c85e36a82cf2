import {createParticipant} from './meetings/create-participant.js';
import {nextUserId} from './meetings/rooms.js';
import type {Stage} from './meetings/stage.js';
import {cancelPlan, changePlan, type PlanChanges} from './scheduling/change-plan.js';
import {type NewRegistrant, register} from './scheduling/registration.js';
import {scheduleMeeting} from './scheduling/schedule-meeting.js';
import {addMeeting, findMeeting, type NewMeeting} from './state/add-meeting.js';
import {displayName} from './state/add-user.js';
import {findWebinar} from './state/add-webinar.js';
import type {SimulatorState} from './state/create-state.js';
import type {Registrant} from './state/gathering.js';
import type {AnyGathering, SimulatedMeeting} from './state/records.js';

const HOUR_MS = 3_600_000;

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
  /** So many single meetings, an hour apart, from the next hour on. Nothing is told of them: they were there before. */
  fillCalendar: (hostId: string, count: number) => readonly SimulatedMeeting[];
  /** It was held before, with these people. Nothing is told of it. */
  holdBefore: (number: number | string, held: HeldBefore) => AnyGathering;
  /** By id or address. No event of ours tells of it. */
  decide: (number: number | string, who: string, status: Registrant['status']) => Registrant;
}

/** ms since the epoch, minutes, and names. */
export interface HeldBefore {
  startedAt: number;
  minutes: number;
  people: readonly string[];
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
    fillCalendar: (hostId, count) => {
      const first = Math.ceil(state.clock.now() / HOUR_MS) * HOUR_MS;
      return Array.from({length: count}, (_none, index) =>
        addMeeting(state, {
          hostId,
          type: 2,
          topic: `Meeting ${index + 1}`,
          startTime: first + index * HOUR_MS,
        }),
      );
    },
    holdBefore: (number, held) => {
      const meeting = requireGathering(state, number);
      rememberHeld(state, meeting, held);
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

function rememberHeld(state: SimulatorState, meeting: AnyGathering, held: HeldBefore): void {
  const {startedAt, minutes, people} = held;
  const endedAt = startedAt + minutes * 60_000;
  const stays = people.map((name) => {
    const user = state.users.find((known) => displayName(known) === name);
    const joiner = user === undefined ? {name} : {email: user.email};
    const participant = createParticipant(state, meeting, joiner);
    participant.userId = nextUserId(meeting);
    return {participant, joinedAt: startedAt, leftAt: endedAt};
  });
  meeting.past = [...meeting.past, {uuid: meeting.uuid, startedAt, endedAt, stays}];
  Object.assign(meeting, {uuid: state.ids.uuid(), userIds: 0});
  state.changed();
}

function requireGathering(state: SimulatorState, number: number | string): AnyGathering {
  const found = findMeeting(state, number) ?? findWebinar(state, number);
  if (found === undefined) throw new Error(`There is no meeting ${number}.`);
  return found;
}
