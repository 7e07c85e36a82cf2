import type {RouteName} from '../api/routes.js';
import type {Fault, FaultRule} from './fault.js';

/** Rules in the order in which they were given; the first that is due hits a call. */
export interface FaultQueue {
  add: (rule: FaultRule) => void;
  /** The fault that this call gets. */
  take: (route: RouteName) => Fault | undefined;
  clear: () => void;
}

export function createFaultQueue(): FaultQueue {
  let rules: {route: RouteName | '*'; fault: Fault; skip: number; times: number}[] = [];
  return {
    add: ({route, fault, skip = 0, times = 1}) => void rules.push({route, fault, skip, times}),
    take: (called) => {
      for (const rule of rules.filter(({route}) => route === called || route === '*')) {
        if (rule.skip > 0) {
          rule.skip -= 1;
          continue;
        }
        rule.times -= 1;
        rules = rules.filter(({times}) => times > 0);
        return rule.fault;
      }
      return undefined;
    },
    clear: () => void (rules = []),
  };
}
