import type {Stage} from '../meetings/stage.js';
import {asksForRegistration, type Registrant} from '../state/gathering.js';
import {type AnyGathering, isWebinar} from '../state/records.js';

/** Somebody who registers. `answers`: what else they tell, in Zoom's own words. */
export interface NewRegistrant {
  email: string;
  firstName: string;
  lastName?: string;
  answers?: Readonly<Record<string, unknown>>;
}

export type Registration =
  | {kind: 'registered'; registrant: Registrant}
  /** One can join without. */
  | {kind: 'not-asked-for'}
  | {kind: 'full'};

/** Whoever registers a second time under the same address is the same registrant. */
export function register(stage: Stage, meeting: AnyGathering, newcomer: NewRegistrant): Registration {
  if (!asksForRegistration(meeting)) return {kind: 'not-asked-for'};
  const {ids, clock, changed} = stage.state;
  const known = meeting.registrants.find(({email}) => email.toLowerCase() === newcomer.email.toLowerCase());
  if (known !== undefined) return {kind: 'registered', registrant: known};
  const admitted = meeting.registrants.filter(({status}) => status !== 'denied');
  if (admitted.length >= meeting.capacity) return {kind: 'full'};
  const {email, firstName, lastName = '', answers = {}} = newcomer;
  const registrant: Registrant = {
    id: ids.opaque(),
    email,
    firstName,
    lastName,
    answers,
    status: meeting.settings.approval_type === 0 ? 'approved' : 'pending',
    createdAt: clock.now(),
    token: ids.opaque(),
  };
  meeting.registrants = [...meeting.registrants, registrant];
  const name = isWebinar(meeting) ? 'webinar.registration_created' : 'meeting.registration_created';
  stage.emit({name, meeting, at: clock.now(), registrant});
  changed();
  return {kind: 'registered', registrant};
}
