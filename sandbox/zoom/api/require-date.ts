import type {Gathering, PlannedOccurrence} from '../state/gathering.js';
import type {SignedCall} from './api-call.js';
import {refusals} from './refusals.js';

/** The date of a series that `occurrence_id` names; `undefined`: none is asked for. Throws the refusal. */
export function requireDate({form}: SignedCall, {occurrences}: Gathering): PlannedOccurrence | undefined {
  const wanted = form.get('occurrence_id');
  if (wanted === null || wanted === '') return undefined;
  const found = occurrences.find((one) => one.id === wanted && one.status === 'available');
  if (found === undefined) throw refusals.noOccurrence();
  return found;
}
