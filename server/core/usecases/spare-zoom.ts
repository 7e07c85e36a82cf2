import {type GrantOwner, ownerName} from '../domain/grant.js';
import type {ZoomConnection} from '../domain/zoom-connection.js';
import type {RateClass} from '../domain/zoom-shares.js';
import type {ZoomSubject} from '../domain/zoom-subject.js';
import type {Clock} from '../ports/clock.js';
import type {Grants} from '../ports/grants.js';
import type {Logger} from '../ports/logger.js';
import {isPortError, isStoreError, zoomTrouble} from '../ports/port-error.js';
import type {ZoomBudget} from '../ports/zoom-budget.js';
import {createOperationCalls} from '../ports/zoom/operations.js';
import {rawRate} from '../ports/zoom/raw-request.js';
import type {Zoom, ZoomAs} from '../ports/zoom.js';

/** Whoever waits for an answer waits no longer than this for their turn. */
const PATIENCE_MS = 3_000;

/** Zoom's number of a licence that only paid accounts have. */
const LICENSED = 2;

/** Whether somebody has a licence is asked no more often than this. */
const LOOK_AGAIN_MS = 60 * 60_000;

interface SpareZoomDeps {
  budget: ZoomBudget;
  connection: ZoomConnection;
  grants: Pick<Grants, 'find'>;
  clock: Pick<Clock, 'now'>;
  logger: Logger;
  /** Resolves after so many milliseconds, or at once when the caller has stopped waiting. */
  pause: (ms: number, signal: AbortSignal) => Promise<void>;
}

/**
 * The same Zoom, where whatever can wait is asked no faster, and no more often in a day, than leaves enough for
 * starting meetings. What belongs to a start neither waits nor counts.
 */
export function spareZoom(zoom: Zoom, deps: SpareZoomDeps): Zoom {
  const take = createTake(deps);
  const looks = new Map<string, {at: number; over: Promise<unknown>}>();
  return {
    ...zoom,
    as(subject, signal) {
      const calls = zoom.as(subject, signal);
      const account = once(() => accountOf(deps, subject));
      const findUser: ZoomAs['findUser'] = async () => {
        const user = await calls.findUser();
        if (user?.type === LICENSED) deps.budget.isPaid(await account());
        return user;
      };
      const owner = consentedOwner(deps, subject);
      // Where people consent, nothing else that they do asks Zoom who they are.
      const learnPlan = async (): Promise<void> => {
        if (owner === undefined) return;
        const [who, at] = [ownerName(owner), deps.clock.now()];
        const former = looks.get(who);
        const isRecent = former !== undefined && at < former.at + LOOK_AGAIN_MS;
        const look = isRecent ? former : {at, over: findUser().catch(unlessPort)};
        looks.set(who, look);
        await look.over;
      };
      const turn = async (endpoint: string, rate: RateClass): Promise<void> =>
        take({account: await account(), endpoint, rate, signal, ...(owner && {learnPlan})});
      return {
        ...calls,
        operations: sparing(calls.operations, turn),
        async raw(request) {
          await turn('raw', rawRate);
          return calls.raw(request);
        },
        findUser,
      };
    },
  };
}

function sparing(
  operations: ZoomAs['operations'],
  turn: (endpoint: string, rate: RateClass) => Promise<void>,
): ZoomAs['operations'] {
  const calls = operations as unknown as Record<string, (input: unknown) => Promise<unknown>>;
  return createOperationCalls((name, {rate}) => async (input) => {
    await turn(name, rate);
    return calls[name]?.(input);
  });
}

const once = <T>(ask: () => Promise<T>): (() => Promise<T>) => {
  let asked: Promise<T> | undefined;
  return () => (asked ??= ask());
};

/** Whose consent it is asked with, where everybody consents for themselves. */
function consentedOwner(
  {connection: {token, consent}}: Pick<SpareZoomDeps, 'connection'>,
  subject: ZoomSubject,
): GrantOwner | undefined {
  return consent === 'person' && token.kind === 'consented' ? token.ownerOf(subject) : undefined;
}

/** Zoom counts by account: one for all, or that of each person who has connected theirs. */
async function accountOf(deps: SpareZoomDeps, subject: ZoomSubject): Promise<string> {
  const owner = consentedOwner(deps, subject);
  if (owner === undefined) return 'account';
  const state = await deps.grants.find(owner).catch(unlessStore);
  return (state?.kind === 'good' ? state.grant.identity.accountId : undefined) ?? ownerName(owner);
}

interface Turn {
  account: string;
  endpoint: string;
  rate: RateClass;
  signal: AbortSignal;
  /** Looks whether the account is a paid one, where that is not seen by itself. */
  learnPlan?: () => Promise<void>;
}

const createTake =
  ({budget, clock, logger, pause}: SpareZoomDeps) =>
  async ({account, endpoint, rate, signal, learnPlan}: Turn): Promise<void> => {
    const take = (patienceMs: number) => budget.take(account, rate, patienceMs).catch(unlessStore);
    let taken = await take(learnPlan === undefined ? PATIENCE_MS : 0);
    // Whoever would have to wait may do so only because nobody knows of their licence.
    if (learnPlan !== undefined && taken?.kind === 'spent') {
      if (taken.plan === 'free') await learnPlan();
      taken = await take(PATIENCE_MS);
    }
    // A store that fails stops enough else.
    if (taken === undefined) return logger.debug('Zoom is asked without a look at the budget', {endpoint});
    if (taken.kind === 'spent') {
      const {per, until} = taken;
      throw zoomTrouble({kind: 'rate-limited', per, resumesAt: until, of: 'share'}, {endpoint, rate});
    }
    const wait = taken.at - clock.now();
    if (wait > 0) await pause(wait, signal);
    if (signal.aborted) throw zoomTrouble({kind: 'timeout'}, {endpoint});
  };

function unlessStore(error: unknown): undefined {
  if (!isStoreError(error)) throw error;
  return undefined;
}

/** What stands in the way of this stands in the way of the call itself, which says so. */
function unlessPort(error: unknown): undefined {
  if (!isPortError(error)) throw error;
  return undefined;
}
