import type {Joiner} from './meetings/create-participant.js';
import {requirePerson, type Stage} from './meetings/stage.js';
import {tellPlan} from './scheduling/tell-plan.js';
import {addWebinar, type NewWebinar, requireWebinar} from './state/add-webinar.js';
import type {Participant} from './state/participant.js';
import type {SimulatedWebinar} from './state/records.js';
import {attend, endWebinar, leaveWebinar, startWebinar} from './webinars/attend.js';

/** What happens to webinars. A number that names none, and an act out of turn, throws. */
export interface WebinarActions {
  /** Made elsewhere than over the API. It is changed and deleted as meetings are. */
  addWebinar: (webinar: NewWebinar) => SimulatedWebinar;
  startWebinar: (number: number | string) => SimulatedWebinar;
  endWebinar: (number: number | string) => SimulatedWebinar;
  /** Nobody comes before the host. */
  attend: (number: number | string, joiner: Joiner) => Participant;
  leaveWebinar: (number: number | string, who: string) => Participant;
}

export function createWebinarActions(stage: Stage): WebinarActions {
  const {state} = stage;
  return {
    addWebinar: (given) => {
      const webinar = addWebinar(state, given);
      tellPlan(stage, 'created', webinar);
      return webinar;
    },
    startWebinar: (number) => {
      const webinar = requireWebinar(state, number, 'waiting');
      startWebinar(stage, webinar);
      return webinar;
    },
    endWebinar: (number) => {
      const webinar = requireWebinar(state, number, 'started');
      endWebinar(stage, webinar);
      return webinar;
    },
    attend: (number, joiner) => attend(stage, requireWebinar(state, number, 'started'), joiner),
    leaveWebinar: (number, who) => {
      const webinar = requireWebinar(state, number, 'started');
      const participant = requirePerson(webinar, who);
      leaveWebinar(stage, webinar, participant);
      return participant;
    },
  };
}
