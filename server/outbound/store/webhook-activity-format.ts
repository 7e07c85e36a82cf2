import {z} from 'zod';
import {
  type Fact,
  NO_ACTIVITY,
  type RefusalsByReason,
  type WebhookActivity,
} from '../../core/domain/webhook-activity.js';
import {jsonFormat} from './json-format.js';
import type {RowFormat} from './row.js';

const time = z.number().optional();
const fact = z.object({at: z.number(), secrets: z.string().optional()});
const refusals = fact.extend({count: z.number()});

/** The first five are what 3.0.0 wrote and still reads; what it writes over them lacks the rest. */
const rowSchema = z.object({
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
type Row = z.infer<typeof rowSchema>;

const json = jsonFormat<Row>(rowSchema, {events: []});

/** Facts with the secrets that they speak of, beside the same without them for nodes of 3.0.0. */
export const webhookActivityFormat: RowFormat<WebhookActivity> = {
  encode: ({accepted, validated, meetingAt, events, refused}) =>
    json.encode({
      acceptedAt: accepted?.at,
      refusedAt: refused.signature?.at,
      validatedAt: validated?.at,
      meetingAt,
      events: Object.keys(events),
      facts: {accepted, validated, events: {...events}, refused},
    }),
  decode(stored) {
    const row = json.decode(stored);
    const {facts} = row;
    return {
      accepted: newest(facts?.accepted, row.acceptedAt),
      validated: newest(facts?.validated, row.validatedAt),
      meetingAt: row.meetingAt,
      events: {...Object.fromEntries(row.events.map((name) => [name, {at: 0}])), ...facts?.events},
      refused: facts?.refused ?? unmarkedRefusals(row),
    };
  },
};

/** A node of 3.0.0 may have seen a later one. */
const newest = (known: Fact | undefined, at: number | undefined): Fact | undefined =>
  at !== undefined && at > (known?.at ?? 0) ? {at} : known;

/** It counted none, and knew one reason. */
const unmarkedRefusals = ({refusedAt}: Row): RefusalsByReason =>
  refusedAt === undefined ? NO_ACTIVITY.refused : {signature: {at: refusedAt, count: 1}};
