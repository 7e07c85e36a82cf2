import type {Clock} from '../../core/ports/clock.js';
import type {Logger} from '../../core/ports/logger.js';
import type {Random} from '../../core/ports/random.js';
import {ZoomError} from '../../core/ports/zoom.js';
import type {Deadline} from './deadline.js';
import {judgeExchange} from './judge-exchange.js';
import {waitBeforeRepeat} from './repeat-policy.js';
import type {Transport} from './transport/create-transport.js';
import type {ZoomRequest} from './transport/zoom-request.js';

/** Sends a request, once more where that helps, and answers the JSON of a success. Rejects with {@link ZoomError}. */
export type SendRequest = (request: ZoomRequest, deadline: Deadline) => Promise<unknown>;

export function createSendRequest(deps: {
  transport: Transport;
  clock: Clock;
  random: Random;
  logger: Logger;
}): SendRequest {
  const {transport, clock, random, logger} = deps;
  const jitter = (): number => (random.bytes(1)[0] ?? 0) / 255;

  return async (request, deadline) => {
    for (let isLast = false; ; isLast = true) {
      const verdict = judgeExchange(await transport(request, deadline.signal), clock.now());
      if (verdict.kind === 'success') return verdict.json;
      const {problem, retryAt} = verdict;
      const fields = {endpoint: request.name, ...verdict.fields};
      const wait = isLast
        ? undefined
        : waitBeforeRepeat(problem, request, {now: clock.now(), retryAt, jitter: jitter()});
      if (wait === undefined || wait >= deadline.remaining()) throw new ZoomError(problem, fields);
      logger.debug('A Zoom request is sent once more', {...fields, problem: problem.kind, wait});
      await deadline.pause(wait);
    }
  };
}
