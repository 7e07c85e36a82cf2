import {setTimeout} from 'node:timers/promises';
import type {AroundCall} from '../../server/protocol/host/api-server.js';
import {ApiError} from '../../server/protocol/api-error.js';
import {createFaultPlan, type FaultCount} from './fault-plan.js';

/**
 * - `refuse`: not carried out; an AppError of this HTTP status.
 * - `hang`: waits until the faults are lifted or the plugin is gone, and is then carried out.
 * - `slow`: carried out so many milliseconds late.
 * - `kill`: the plugin's process is killed before the call is carried out, or after it.
 */
export type Fault =
  | {kind: 'refuse'; status: number}
  | {kind: 'hang'}
  | {kind: 'slow'; ms: number}
  | {kind: 'kill'; moment: 'before' | 'after'};

/** Every call of the plugin API passes through here: it is counted, and can be made to fail. */
export interface Faults {
  readonly around: AroundCall;
  /** `*`: every method. */
  add(method: string, fault: Fault, count?: FaultCount): void;
  lift(): void;
  /** Calls by method name since the last reset. */
  calls(): Readonly<Record<string, number>>;
  resetCalls(): void;
}

/** The process that calls. */
export interface Caller {
  /** Resolves when it is gone. */
  kill(): Promise<void>;
  gone(): Promise<void>;
}

/** `counted` is told of every call. */
export function createFaults(caller: Caller, counted: () => void): Faults {
  const counts = new Map<string, number>();
  const plan = createFaultPlan<Fault>();

  const around: AroundCall = async (name, carryOut) => {
    counts.set(name, (counts.get(name) ?? 0) + 1);
    counted();
    const fault = plan.hit(name);
    if (fault?.kind === 'refuse')
      throw new ApiError('refused by the sandbox', fault.status, 'app.sandbox.refused');
    if (fault?.kind === 'hang') await Promise.race([plan.lifted(), caller.gone()]);
    if (fault?.kind === 'slow') await setTimeout(fault.ms, undefined, {ref: false});
    if (fault?.kind !== 'kill') return carryOut();
    if (fault.moment === 'after') await carryOut();
    await caller.kill();
    throw new Error('the plugin was killed');
  };

  return {
    around,
    add: plan.add,
    lift: plan.lift,
    calls: () => Object.fromEntries(counts),
    resetCalls: () => counts.clear(),
  };
}
