import type {SecretText} from '../../core/domain/secret-text.js';
import type {ZoomSubject} from '../../core/domain/zoom-subject.js';
import type {Clock} from '../../core/ports/clock.js';
import type {Logger} from '../../core/ports/logger.js';
import {hasCode, unsent, zoomTrouble} from '../../core/ports/port-error.js';
import type {Random} from '../../core/ports/random.js';
import type {ZoomProblem} from '../../core/domain/zoom-problem.js';
import type {Credentials} from './auth/credentials.js';
import type {Deadline} from '../../lib/deadline.js';
import type {Transport, ZoomRequest} from './transport.js';
import {judgeExchange} from './verdict.js';
import type {ZoomClock} from './zoom-clock.js';

/**
 * Sends a request, repeats it once where that helps, and answers the JSON of a success. Rejects with `zoom-trouble`.
 */
export type Send = (request: ZoomRequest, repeatable: boolean, deadline: Deadline) => Promise<unknown>;

interface SendDeps {
  transport: Transport;
  zoomClock: Pick<ZoomClock, 'hear'>;
  clock: Clock;
  random: Random;
  logger: Logger;
}

export function createSend({transport, zoomClock, clock, random, logger}: SendDeps): Send {
  const jitter = (): number => (random.bytes(1)[0] ?? 0) / 255;

  return async (request, repeatable, deadline) => {
    for (let isLast = false; ; isLast = true) {
      const exchange = await transport(request, deadline.signal);
      zoomClock.hear(exchange, clock.now());
      const verdict = judgeExchange(exchange, clock.now());
      if (verdict.kind === 'success') return verdict.json;
      const {problem, retryAt} = verdict;
      const fields = {...request.log, ...verdict.fields};
      const moment = {now: clock.now(), retryAt, jitter: jitter()};
      const wait = isLast ? undefined : waitBeforeRepeat(problem, repeatable, moment);
      if (wait === undefined || wait >= deadline.remaining()) throw zoomTrouble(problem, fields);
      logger.debug('A Zoom request is sent once more', {...fields, problem: problem.kind, wait});
      await deadline.pause(wait);
    }
  };
}

/** A person who typed a command is not kept waiting for a second try for longer than this. */
const LONGEST_WAIT_MS = 3000;
const SHORTEST_WAIT_MS = 200;
const JITTER_MS = 400;

/**
 * How many milliseconds to wait before the one repetition of a request; `undefined`: it is not repeated.
 *
 * A request that may change something (not `repeatable`) is repeated only where Zoom says that it has not even looked
 * at it, which is the limit per second. The limit per day is final until it ends.
 */
export function waitBeforeRepeat(
  problem: ZoomProblem,
  repeatable: boolean,
  moment: {now: number; retryAt: number | undefined; /** 0 to 1 */ jitter: number},
): number | undefined {
  if (!isWorthRepeating(problem, repeatable)) return undefined;
  const asked = Math.max(0, (moment.retryAt ?? moment.now) - moment.now);
  const wait = asked + SHORTEST_WAIT_MS + Math.round(moment.jitter * JITTER_MS);
  return wait > LONGEST_WAIT_MS ? undefined : wait;
}

function isWorthRepeating(problem: ZoomProblem, repeatable: boolean): boolean {
  switch (problem.kind) {
    case 'rate-limited':
      return problem.per === 'second';
    case 'unreachable':
    case 'server-error':
      return repeatable;
    case 'proxy':
      return problem.because === 'unreachable' && repeatable;
    default:
      return false;
  }
}

/** A request to the API that lacks its token. */
export type UnsignedRequest = Omit<Extract<ZoomRequest, {to: 'api'}>, 'to' | 'bearer'>;

/** Sends a request with the subject's token. Rejects with `zoom-trouble`. */
export type SendAs = (
  subject: ZoomSubject,
  request: UnsignedRequest,
  repeatable: boolean,
  deadline: Deadline,
) => Promise<unknown>;

/**
 * Sends a request with a token, and once more with a fresh one if Zoom refuses the first. Zoom checks the token before
 * anything else, so a refused request has done nothing, and even a `POST` may be sent again.
 */
export function createSendAs(send: Send, credentials: Credentials): SendAs {
  const tokenFor = (subject: ZoomSubject, deadline: Deadline): Promise<SecretText> =>
    credentials.token(subject, deadline.signal).catch((error: unknown) => {
      throw hasCode(error, 'zoom-trouble') ? unsent(error) : error;
    });
  return async (subject, unsigned, repeatable, deadline) => {
    const bearer = await tokenFor(subject, deadline);
    const sendWith = (token: typeof bearer): Promise<unknown> =>
      send({...unsigned, to: 'api', bearer: token}, repeatable, deadline);
    try {
      return await sendWith(bearer);
    } catch (error) {
      const kind = hasCode(error, 'zoom-trouble') ? error.details.problem.kind : undefined;
      if (kind !== 'unauthorized' && kind !== 'missing-scope') throw error;
      const isNextAnother = credentials.discard(subject, bearer);
      // The next token would have a scope that was granted just now, but asking at once would rarely hit that moment.
      if (!isNextAnother || kind === 'missing-scope') throw error;
      return sendWith(await tokenFor(subject, deadline));
    }
  };
}
