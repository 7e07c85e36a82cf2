import type {Clock} from '../../core/ports/clock.js';
import {type LimitPerAddress, limitPerAddress} from '../http/limit-per-address.js';
import {type LimitPerKey, limitPerKey} from '../http/limit-per-key.js';
import {createUnknownPasses, type UnknownPasses} from './unknown-passes.js';

/** A company or a school behind one address, and the largest audience that comes within minutes. */
const ENTRIES_OF_ADDRESS_A_MINUTE = 120;
const ENTRIES_OF_PASS_A_MINUTE = 3_000;

export interface JoinLimits {
  unknownPasses: UnknownPasses;
  /** Entries and links, by who asks and by pass. */
  ofAddress: LimitPerAddress;
  ofPass: LimitPerKey;
  /** Lines in the log, by what is out of order: an audience and strangers ask on meanwhile. */
  logLines: LimitPerKey;
}

export const createJoinLimits = ({clock}: {clock: Pick<Clock, 'now'>}): JoinLimits => ({
  unknownPasses: createUnknownPasses({clock}),
  ofAddress: limitPerAddress({clock, aMinute: ENTRIES_OF_ADDRESS_A_MINUTE}),
  ofPass: limitPerKey({clock, aMinute: ENTRIES_OF_PASS_A_MINUTE}),
  logLines: limitPerKey({clock, aMinute: 1}),
});
