import * as z from 'zod';
import {addStays} from '../people/add-stays.js';
import {crowdSchema} from '../people/crowd.js';
import {stayAfterwards, stayOf, staySchema} from '../people/stay.js';
import type {MeetingEvent} from '../events.js';
import {defineFact} from './fact.js';

interface Known {
  stays?: z.infer<typeof staySchema>[] | undefined;
  attendees?: z.infer<typeof crowdSchema> | undefined;
}

const comeOrGo = ({stays, attendees}: Known, event: MeetingEvent<'joined' | 'left'>): Known =>
  attendees === undefined ? {stays: addStays(stays, [stayOf(event)])} : {};

/** Who came and went, and who waited. */
export const participants = defineFact({
  fields: {
    /** Sorted by their ids; of more than 2,000, the first. */
    stays: z.array(staySchema).optional(),
    /** Of a meeting that is long over: all that its card shows of its people. Nothing changes it any more. */
    attendees: crowdSchema.optional(),
  },
  on: {
    joined: comeOrGo,
    left: comeOrGo,
    attended: ({stays, attendees}, {attendances, receivedAt}) =>
      attendees === undefined
        ? {
            stays: addStays(
              stays,
              attendances.map((attendance) => stayAfterwards(attendance, receivedAt)),
            ),
          }
        : {},
  },
});
