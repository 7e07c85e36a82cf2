import type {Request, RequestHandler} from 'express';
import {MATTERMOST_ID} from '../../../contract/mattermost-id.js';
import {refusal} from './refusal.js';

/** The person behind a request that {@link signedIn} let through. */
export const actingUser = (request: Request): string => request.get('Mattermost-User-Id') ?? '';

/**
 * Whose session a request came with, where Mattermost says so; `undefined`: nobody's. Mattermost deletes a client's own
 * header and sets it for a valid session alone. Two of them arrive joined by a comma and are no id; a call by another
 * plugin speaks for no person.
 */
export function sessionOf(request: Request): string | undefined {
  const userId = actingUser(request);
  const isPerson = MATTERMOST_ID.test(userId) && request.get('Mattermost-Plugin-ID') === undefined;
  return isPerson ? userId : undefined;
}

/** Lets whoever is signed in through. */
export const signedIn: RequestHandler = (request, _response, next) => {
  if (sessionOf(request) !== undefined) next();
  else next(refusal('not_signed_in'));
};

/**
 * Lets plugins of that list through, too, which name the person in whose name they act: Mattermost says which plugin
 * asks, and the person is checked where they act, as everybody is.
 */
export const signedInOrPlugin =
  (plugins: readonly string[]): RequestHandler =>
  (request, _response, next) => {
    const plugin = request.get('Mattermost-Plugin-ID');
    const isAllowed = plugin !== undefined && plugins.includes(plugin);
    const isNamed = isAllowed && MATTERMOST_ID.test(actingUser(request));
    if (isNamed || sessionOf(request) !== undefined) next();
    else next(refusal('not_signed_in'));
  };
