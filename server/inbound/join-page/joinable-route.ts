import type {RequestHandler} from 'express';
import type {JoinableMeeting} from '../../../contract/join-page.js';
import {formatMeetingNumber} from '../../../contract/meeting-number.js';
import type {Clock} from '../../core/ports/clock.js';
import {wantsEmail} from '../../core/usecases/enter-meeting.js';
import type {LookAtJoinable} from '../../core/usecases/look-at-joinable.js';
import {NO_BODY} from '../http/json-route.js';
import {describeState} from './describe-state.js';
import {noEntryProblem} from './pass-problem.js';
import {passRoute, type PassRouteDeps} from './pass-route.js';

export interface JoinableRouteDeps extends PassRouteDeps {
  lookAtJoinable: LookAtJoinable;
  clock: Pick<Clock, 'now'>;
}

/** `GET /join-page/{pass}/meeting`: what the pass lets into, and how it stands with that now. */
export const joinableRoute = (deps: JoinableRouteDeps): RequestHandler =>
  passRoute(deps, {schema: NO_BODY, cost: 'free'}, async ({pass, translate}) => {
    const {kind, number, person} = pass;
    const looked = await deps.lookAtJoinable(pass);
    if (looked.kind !== 'seen') return noEntryProblem(looked, {translate, kind, now: deps.clock.now()});
    const {meeting} = looked;
    const json: JoinableMeeting = {
      state: meeting.state,
      kind,
      number: formatMeetingNumber(number),
      topic: meeting.topic,
      text: describeState(meeting, kind, translate),
      asks_email: wantsEmail(pass),
      ...(person !== undefined && {name: person.name, email: person.email}),
      ...(meeting.state === 'registration' && meeting.url !== undefined && {registration_url: meeting.url}),
    };
    return {json};
  });
