import type {Request, RequestHandler} from 'express';
import {MATTERMOST_ID} from '../../../contract/mattermost-id.js';

/** The person behind a request that {@link signedIn} let through. */
export const actingUser = (request: Request): string => request.get('Mattermost-User-Id') ?? '';

/**
 * Mattermost deletes a client's own header and sets it for a valid session alone. Two of them arrive joined by a comma
 * and are no id; a call by another plugin speaks for no person.
 */
export const signedIn: RequestHandler = (request, response, next) => {
  const isPerson =
    MATTERMOST_ID.test(actingUser(request)) && request.get('Mattermost-Plugin-ID') === undefined;
  if (isPerson) next();
  else response.status(401).end();
};
