import * as z from 'zod';
import {occurrenceRow} from '../scheduling/plan-snapshot.js';
import {joinLinkOf} from '../scheduling/registration-links.js';
import {register} from '../scheduling/registration.js';
import {nextDate} from '../scheduling/times-to-come.js';
import type {AnyGathering} from '../state/records.js';
import {zoomTime} from '../zoom-time.js';
import {Refusal, type Answer} from './answer.js';
import type {SignedCall} from './api-call.js';
import {readBody} from './read-body.js';
import {refusals} from './refusals.js';

const newRegistrant = z.looseObject({
  email: z.email().max(128),
  first_name: z.string().min(1).max(64),
  last_name: z.string().max(64).optional(),
});

/** Registers somebody for what `find` finds. Whoever has to be approved first gets no link yet. */
export const addRegistrant =
  (find: (call: SignedCall) => AnyGathering) =>
  (call: SignedCall): Answer => {
    const {state, id, json} = call;
    const gathering = findToRegister(call, find);
    const {
      email,
      first_name: firstName,
      last_name: lastName = '',
      ...answers
    } = readBody(newRegistrant, json);
    call.limiter.countRegistration(gathering.number, email);
    const registration = register(call, gathering, {email, firstName, lastName, answers});
    if (registration.kind === 'not-asked-for') throw refusals.noRegistration(id);
    if (registration.kind === 'full') throw refusals.full();
    const {registrant} = registration;
    const {startTime} = nextDate(gathering, state.clock.now());
    return {
      status: 201,
      body: {
        registrant_id: registrant.id,
        id: gathering.number,
        topic: gathering.topic,
        ...(startTime !== undefined && {start_time: zoomTime(startTime)}),
        ...(registrant.status === 'approved' && {join_url: joinLinkOf(state, gathering, registrant)}),
        ...(gathering.occurrences.length > 0 && {occurrences: gathering.occurrences.map(occurrenceRow)}),
      },
    };
  };

/** Here alone a meeting that is not there has the code of a user who is not. */
function findToRegister(call: SignedCall, find: (call: SignedCall) => AnyGathering): AnyGathering {
  try {
    return find(call);
  } catch (error) {
    const isMissing = error instanceof Refusal && error.answer.status === 404;
    throw isMissing ? refusals.noMeetingToRegisterFor(call.id) : error;
  }
}
