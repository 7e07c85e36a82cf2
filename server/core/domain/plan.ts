import * as z from 'zod';

/** What Zoom says of a meeting or webinar that was scheduled there. Times: ms since the epoch. */
export const planSchema = z.object({
  /** When Zoom said so, by our clock: the newest word counts. */
  toldAt: z.number(),
  /** As it is called in Zoom. */
  topic: z.string().optional(),
  /** When it is to begin; of a series, the occurrence that the card is for. */
  startsAt: z.number().optional(),
  /** Of a series: Zoom's name for that occurrence, which stays when its time changes. */
  occurrenceId: z.string().optional(),
  /** When the occurrence after that one begins. */
  nextAt: z.number().optional(),
  minutes: z.number().optional(),
  /** It is held more than once. */
  isSeries: z.literal(true).optional(),
  /** Where people register, who have to before they can join. */
  registrationUrl: z.string().optional(),
  /** As people here know them; nobody's address. */
  alternativeHosts: z.array(z.string()).optional(),
  panelists: z.array(z.string()).optional(),
});
export type Plan = z.infer<typeof planSchema>;

/** The one that was told later; of two that were told at once, always the same one. */
export function newerPlan(one: Plan | undefined, other: Plan): Plan {
  if (one === undefined || one.toldAt < other.toldAt) return other;
  if (one.toldAt > other.toldAt) return one;
  return inOneOrder(one) > inOneOrder(other) ? one : other;
}

const inOneOrder = (plan: Plan): string => JSON.stringify(plan, Object.keys(plan).sort());
