import type {RouteName} from '../api/routes.js';
import type {RequestedGrant} from '../oauth/grant-types.js';
import type {Fault, FaultRule} from './fault.js';

/** Rules in the order in which they were given; the first that is due hits a call. */
export interface FaultQueue {
  add: (rule: FaultRule) => void;
  /** The fault that this call gets. */
  take: (route: RouteName, grant: RequestedGrant | undefined) => Fault | undefined;
  clear: () => void;
}

export function createFaultQueue(): FaultQueue {
  let rules: (FaultRule & {skip: number; times: number})[] = [];
  return {
    add: (rule) => void rules.push({skip: 0, times: 1, ...rule}),
    take: (called, asked) => {
      for (const rule of rules) {
        if (rule.route !== called && rule.route !== '*') continue;
        if (rule.grant !== undefined && rule.grant !== asked) continue;
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
