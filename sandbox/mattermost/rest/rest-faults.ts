import {setTimeout} from 'node:timers/promises';
import type {ServerResponse} from 'node:http';
import {createFaultPlan, type FaultCount} from '../fault-plan.js';
import type {RestCallRecord} from '../records.js';
import {PlainAnswer} from './call.js';
import {RestError} from './rest-error.js';

/**
 * - `refuse`: not carried out; an error of this HTTP status in Mattermost's JSON.
 * - `proxy`: not carried out; the same status with a page of HTML, as a proxy answers for a server that is down.
 * - `rate-limit`: not carried out; 429 with `Retry-After` and `X-Ratelimit-Reset`, in seconds.
 * - `silence`: the connection ends without an answer, before the call is carried out or after it.
 * - `interrupt`: `by` happens before the call is carried out or after it, and nobody is answered.
 * - `hang`: waits until the faults are lifted, and is then carried out if anybody still waits.
 * - `slow`: carried out so many milliseconds late.
 */
export type RestFault =
  | {kind: 'refuse' | 'proxy'; status: number; id?: string}
  | {kind: 'rate-limit'; seconds: number}
  | {kind: 'silence'; moment: 'before' | 'after'}
  | {kind: 'interrupt'; moment: 'before' | 'after'; by: () => Promise<void>}
  | {kind: 'hang'}
  | {kind: 'slow'; ms: number};

/** Every call of the REST API passes through here: it is noted, and can be made to fail. */
export interface RestFaults {
  /**
   * `route`: method and path as the tables in this folder write them, such as `PUT /posts/:post_id/patch`; `*`: all.
   *
   * @throws Error for an unknown route
   */
  add(route: string, fault: RestFault, count?: FaultCount): void;
  lift(): void;
  /** Every call since the last reset, in order of arrival. */
  calls(): readonly RestCallRecord[];
  /** How many calls of a route there were since the last reset. */
  count(route: string): number;
  resetCalls(): void;
}

/** An answer, or no answer at all. */
export type Outcome = {status?: number; headers?: Record<string, string>; answer: unknown} | 'no-answer';

/** The server's side of it. */
export interface FaultyPassage extends RestFaults {
  /** Registers a route. */
  know(route: string): void;
  note(call: RestCallRecord): void;
  pass(route: string, response: ServerResponse, carryOut: () => Promise<unknown>): Promise<Outcome>;
}

export function createRestFaults(): FaultyPassage {
  const plan = createFaultPlan<RestFault>();
  const routes = new Set(['*']);
  let calls: RestCallRecord[] = [];
  return {
    add: (route, fault, count) => {
      if (!routes.has(route)) throw new Error(`The REST API of the sandbox has no route ${route}.`);
      plan.add(route, fault, count);
    },
    lift: plan.lift,
    calls: () => calls,
    count: (route) => calls.filter(({method, path}) => route === `${method} ${path}`).length,
    resetCalls: () => {
      calls = [];
    },
    know: (route) => void routes.add(route),
    note: (call) => void calls.push(call),
    async pass(route, response, carryOut) {
      const fault = plan.hit(route);
      switch (fault?.kind) {
        case 'refuse':
          throw new RestError(fault.status, fault.id ?? 'app.sandbox.refused', 'Refused by the sandbox.');
        case 'proxy':
          return {status: fault.status, answer: new PlainAnswer('text/html', '<h1>Bad gateway</h1>')};
        case 'rate-limit':
          return limited(fault.seconds);
        case 'silence':
          if (fault.moment === 'after') await carryOut();
          return 'no-answer';
        case 'interrupt':
          if (fault.moment === 'after') await carryOut();
          await fault.by();
          return 'no-answer';
        case 'hang':
          await Promise.race([plan.lifted(), closed(response)]);
          return response.destroyed ? 'no-answer' : {answer: await carryOut()};
        case 'slow':
          await setTimeout(fault.ms, undefined, {ref: false});
          return {answer: await carryOut()};
        case undefined:
          return {answer: await carryOut()};
      }
    },
  };
}

/** As `RateLimiter.RateLimitWriter` of server/channels/app/ratelimit.go answers. */
function limited(seconds: number): Outcome {
  const headers = {
    'X-Ratelimit-Limit': '100',
    'X-Ratelimit-Remaining': '0',
    'X-Ratelimit-Reset': String(seconds),
    'Retry-After': String(seconds),
  };
  return {status: 429, headers, answer: new PlainAnswer('text/plain; charset=utf-8', 'limit exceeded\n')};
}

const closed = (response: ServerResponse): Promise<void> =>
  new Promise((resolve) => response.once('close', resolve));
