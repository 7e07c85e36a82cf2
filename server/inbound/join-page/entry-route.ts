import type {RequestHandler} from 'express';
import * as z from 'zod';
import type {Entry, EntryRequest} from '../../../contract/join-page.js';
import type {ProblemCode} from '../../../contract/problem.js';
import type {Clock} from '../../core/ports/clock.js';
import type {JoinResult} from '../../core/ports/metrics/table.js';
import type {Metrics} from '../../core/ports/metrics.js';
import type {EnterMeeting} from '../../core/usecases/enter-meeting.js';
import {noEntryProblem} from './pass-problem.js';
import {passRoute, type PassRouteDeps} from './pass-route.js';

/** As typed; what is too long to be a name or an address is none. */
const bodySchema = z.object({
  name: z.string().max(500),
  email: z.string().max(320).optional(),
}) satisfies z.ZodType<EntryRequest>;

export interface EntryRouteDeps extends PassRouteDeps {
  enterMeeting: EnterMeeting;
  clock: Pick<Clock, 'now'>;
  metrics: Pick<Metrics, 'joinEntries'>;
}

/** As it is counted; what is not here has failed. */
const RESULTS: ReadonlyMap<'done' | ProblemCode, JoinResult> = new Map([
  ['done', 'entered'],
  ['not_begun', 'waiting'],
  ['bad_request', 'asked'],
  ['email_needed', 'asked'],
  ['rate_limited', 'limited'],
  ['pass_unknown', 'refused'],
  ['pass_expired', 'refused'],
  ['pass_revoked', 'refused'],
  ['sign_in_first', 'refused'],
  ['no_access', 'refused'],
  ['registration_first', 'refused'],
  ['other_account', 'refused'],
  ['ended', 'refused'],
]);

/** `POST /join-page/{pass}/entries`: what Zoom's Meeting SDK wants to hear of one who joins. */
export const entryRoute = (deps: EntryRouteDeps): RequestHandler => {
  const told = (answer: 'done' | ProblemCode): void =>
    deps.metrics.joinEntries.add({result: RESULTS.get(answer) ?? 'failed'});
  return passRoute(deps, {schema: bodySchema, cost: 'limited', told}, async ({pass, body, translate}) => {
    const outcome = await deps.enterMeeting(pass, {name: body.name, email: body.email});
    if (outcome.kind !== 'entry') {
      return noEntryProblem(outcome, {translate, kind: pass.kind, now: deps.clock.now()});
    }
    const {signature, number, passcode, name, email} = outcome.entry;
    const json: Entry = {
      signature: signature.reveal(),
      meeting_number: number,
      passcode: passcode.reveal(),
      name,
      ...(email !== undefined && {email}),
    };
    return {json};
  });
};
