import type {SimulatorState} from '../state/create-state.js';
import type {Gathering, Registrant} from '../state/gathering.js';
import {type AnyGathering, isWebinar} from '../state/records.js';

/** Of one registrant alone. */
export const joinLinkOf = ({url}: SimulatorState, {number}: Gathering, {token}: Registrant): string =>
  `${url}/w/${number}?tk=${token}`;

/** Where anybody registers. */
export const registrationUrl = ({url}: SimulatorState, gathering: AnyGathering): string =>
  `${url}/${isWebinar(gathering) ? 'webinar' : 'meeting'}/register/${gathering.registrationToken}`;
