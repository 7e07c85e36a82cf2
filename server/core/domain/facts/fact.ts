import type * as z from 'zod';
import type {EventKind, MeetingEvent} from '../events.js';

/** Stored fields; each may be missing, because cards of earlier versions do not have it. */
export type FactFields = Readonly<Record<string, z.ZodOptional>>;

type Values<Fields extends FactFields> = z.infer<z.ZodObject<Fields>>;

/** One thing that a card knows: its stored fields, and what an event makes of them. */
export interface Fact<Fields extends FactFields, Kind extends EventKind> {
  fields: Fields;
  /**
   * Pure, idempotent, and the same in any order: the earliest, the latest, the first that binds, a set that only grows.
   * The answer holds the fields that the event speaks of.
   */
  on: {[K in Kind]: (known: Values<Fields>, event: MeetingEvent<K>) => Values<Fields>};
}

/** Declares a fact; the kinds of events that it folds follow from `on`. */
export const defineFact = <Fields extends FactFields, Kind extends EventKind>(
  fact: Fact<Fields, Kind>,
): Fact<Fields, Kind> => fact;
