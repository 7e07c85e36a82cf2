import * as z from 'zod';
import {
  type Fact,
  NO_ACTIVITY,
  type RefusalsByReason,
  type WebhookActivity,
} from '../../core/domain/webhook-activity.js';

const time = z.number().optional();
const fact = z.object({at: z.number(), secrets: z.string().optional()});
const refusals = fact.extend({count: z.number()});

/**
 * Facts with the secrets that they were seen with, beside the same facts without them. 3.0.0 wrote and still reads the
 * latter; what it writes over them lacks the former.
 */
export const webhookActivitySchema = z.object({
  acceptedAt: time,
  refusedAt: time,
  validatedAt: time,
  meetingAt: time,
  events: z.array(z.string()),
  facts: z
    .object({
      accepted: fact.optional(),
      validated: fact.optional(),
      events: z.record(z.string(), fact),
      refused: z.object({address: refusals.optional(), signature: refusals.optional()}),
    })
    .optional(),
});

type Stored = z.infer<typeof webhookActivitySchema>;

export function readActivity(stored: Stored = {events: []}): WebhookActivity {
  const {facts} = stored;
  return {
    accepted: newest(facts?.accepted, stored.acceptedAt),
    validated: newest(facts?.validated, stored.validatedAt),
    meetingAt: stored.meetingAt,
    events: {...Object.fromEntries(stored.events.map((name) => [name, {at: 0}])), ...facts?.events},
    refused: facts?.refused ?? unmarkedRefusals(stored),
  };
}

/** The form that replaces `before` in the store. What only a newer version knows stays, its events included. */
export function storedActivity(activity: WebhookActivity, before: Stored | undefined): Stored {
  const {accepted, validated, meetingAt, events, refused} = activity;
  const facts = before?.facts;
  return {
    ...before,
    acceptedAt: accepted?.at,
    refusedAt: refused.signature?.at,
    validatedAt: validated?.at,
    meetingAt,
    events: [...new Set([...Object.keys(events), ...(before?.events ?? [])])],
    facts: {
      ...facts,
      accepted,
      validated,
      events: {...facts?.events, ...events},
      refused: {...facts?.refused, ...refused},
    },
  };
}

/** A node of 3.0.0 may have seen a later one. */
const newest = (known: Fact | undefined, at: number | undefined): Fact | undefined =>
  at !== undefined && at > (known?.at ?? 0) ? {at} : known;

/** It counted none, and knew one reason. */
const unmarkedRefusals = ({refusedAt}: Stored): RefusalsByReason =>
  refusedAt === undefined ? NO_ACTIVITY.refused : {signature: {at: refusedAt, count: 1}};
