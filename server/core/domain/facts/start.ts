import * as z from 'zod';
import {isInside} from '../events.js';
import {defineFact} from './fact.js';
import {earliest} from './known-times.js';

type Known = {startedAt?: number | undefined; startReceivedAt?: number | undefined};

const begin = (known: Known, startedAt: number | undefined, receivedAt: number): Known => ({
  startedAt: earliest(known.startedAt, startedAt),
  startReceivedAt: earliest(known.startReceivedAt, startedAt === undefined ? receivedAt : undefined),
});

/** When the meeting began; who is in shows that it has, where Zoom's word of it was lost. */
export const start = defineFact({
  fields: {
    /** The earliest of all payloads. */
    startedAt: z.number().optional(),
    /** Earliest receipt of a payload without a time; used only where no payload had one. */
    startReceivedAt: z.number().optional(),
  },
  on: {
    started: (known, {startedAt, receivedAt}) => begin(known, startedAt, receivedAt),
    joined: (known, {where, at, receivedAt}) => (isInside(where) ? begin(known, at, receivedAt) : {}),
    ended: (known, {startedAt}) => ({startedAt: earliest(known.startedAt, startedAt)}),
  },
});
