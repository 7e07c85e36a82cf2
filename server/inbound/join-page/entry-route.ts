import type {RequestHandler} from 'express';
import * as z from 'zod';
import type {Entry, EntryRequest} from '../../../contract/join-page.js';
import type {Clock} from '../../core/ports/clock.js';
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
}

/** `POST /join-page/{pass}/entries`: what Zoom's Meeting SDK wants to hear of one who joins. */
export const entryRoute = (deps: EntryRouteDeps): RequestHandler =>
  passRoute(deps, {schema: bodySchema, cost: 'limited'}, async ({pass, body, translate}) => {
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
