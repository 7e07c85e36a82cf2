import type {Fact} from './facts/fact.js';
import {closed} from './facts/closed.js';
import {end} from './facts/end.js';
import {occurrence} from './facts/occurrence.js';
import {participants} from './facts/participants.js';
import {plan} from './facts/plan.js';
import {repair} from './facts/repair.js';
import {start} from './facts/start.js';
import {unknown} from './facts/unknown.js';

/** Everything that events tell a card. What is stored, folded and compared follows from this. */
export const FACTS = [occurrence, start, participants, end, unknown, repair, closed, plan] as const;

type Of<Facts> = Facts extends Fact<infer Fields, infer Kind> ? {fields: Fields; kind: Kind} : never;
type Known = Of<(typeof FACTS)[number]>;
type Together<Fields> = (Fields extends unknown ? (fields: Fields) => void : never) extends (
  fields: infer All,
) => void
  ? All
  : never;

/** The kinds of events that some fact folds. */
export type FoldedKind = Known['kind'];

/** The fields of all facts. */
export const FACT_FIELDS = Object.assign({}, ...FACTS.map(({fields}) => fields)) as Together<Known['fields']>;
