import {createGathering, type NewGathering} from './create-gathering.js';
import type {SimulatorState} from './create-state.js';
import {hasExpired} from './has-expired.js';
import type {Panelist, SimulatedWebinar, WebinarType} from './records.js';

export interface NewWebinar extends NewGathering {
  type?: WebinarType;
  panelists?: Pick<Panelist, 'name' | 'email'>[];
}

/** A webinar that waits for its host, however it was made. */
export function addWebinar(state: SimulatorState, given: NewWebinar): SimulatedWebinar {
  const {type = 5, panelists = []} = given;
  const {ids} = state;
  const webinar: SimulatedWebinar = {
    ...createGathering(state, given, {
      topic: 'Zoom Webinar',
      duration: 60,
      hasTime: type !== 6,
      capacity: 500,
    }),
    type,
    panelists: panelists.map((panelist) => ({...panelist, id: ids.opaque(), token: ids.opaque()})),
  };
  state.webinars.push(webinar);
  state.changed();
  return webinar;
}

export function findWebinar(
  {webinars, clock}: SimulatorState,
  number: string | number,
): SimulatedWebinar | undefined {
  const found = webinars.findLast((webinar) => webinar.exists && String(webinar.number) === String(number));
  return found && !hasExpired(found, clock.now()) ? found : undefined;
}

/** Throws where there is none, and where it is not as it has to be. */
export function requireWebinar(
  state: SimulatorState,
  number: number | string,
  status: SimulatedWebinar['status'],
): SimulatedWebinar {
  const webinar = findWebinar(state, number);
  if (webinar === undefined) throw new Error(`There is no webinar ${number}.`);
  if (webinar.status !== status) throw new Error(`Webinar ${number} is ${webinar.status}, not ${status}.`);
  return webinar;
}
