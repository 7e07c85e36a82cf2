import * as z from 'zod';
import {isInside} from '../events.js';
import {defineFact} from './fact.js';

const bind = (known: {occurrence?: string | undefined}, {uuid}: {uuid?: string | undefined}) => ({
  occurrence: known.occurrence ?? uuid,
});

/** Which occurrence of its number a card follows: the first that begins or ends after the card was opened. */
export const occurrence = defineFact({
  fields: {
    /** UUID; the UUID of the create answer is only a hint. */
    occurrence: z.string().optional(),
  },
  on: {
    started: bind,
    ended: bind,
    // Who waits may wait for one that never begins.
    joined: (known, event) => (isInside(event.where) ? bind(known, event) : {}),
  },
});
