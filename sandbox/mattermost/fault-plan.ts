/** Which calls a fault hits: all after the first `skip`, `times` of them. */
export interface FaultCount {
  skip?: number;
  times?: number;
}

/** Faults that wait for their calls. */
export interface FaultPlan<Fault> {
  /** `*`: every name. */
  readonly add: (name: string, fault: Fault, count?: FaultCount) => void;
  /** The fault that hits this call. */
  hit(name: string): Fault | undefined;
  readonly lift: () => void;
  /** Resolves when the faults that are there now are lifted. */
  lifted(): Promise<void>;
}

export function createFaultPlan<Fault>(): FaultPlan<Fault> {
  let planned: {readonly name: string; readonly fault: Fault; skip: number; times: number}[] = [];
  let signal = createSignal();
  return {
    add: (name, fault, {skip = 0, times = Infinity} = {}) => {
      planned.push({name, fault, skip, times});
    },
    hit: (name) => {
      for (const plan of planned) {
        if (plan.name !== name && plan.name !== '*') continue;
        if (plan.skip-- > 0) continue;
        plan.times -= 1;
        if (plan.times === 0) planned = planned.filter((other) => other !== plan);
        return plan.fault;
      }
      return undefined;
    },
    lift: () => {
      planned = [];
      signal.resolve();
      signal = createSignal();
    },
    lifted: () => signal.promise,
  };
}

function createSignal(): {promise: Promise<void>; resolve: () => void} {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((settle) => {
    resolve = settle;
  });
  return {promise, resolve};
}
