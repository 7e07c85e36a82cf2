import type {AnsweredAttempt} from '../../core/domain/connect-attempt.js';
import type {AskedPlace, AskedPlaces} from '../../core/ports/asked-places.js';
import type {Clock} from '../../core/ports/clock.js';
import type {AuditRefusal} from '../../core/usecases/audit-refusal.js';
import type {KeptConsent} from '../../core/usecases/keep-consent.js';
import type {ConnectOutcome, RedeemConsent} from '../../core/usecases/redeem-consent.js';
import {withDeadline} from '../../lib/deadline.js';
import type {TellOutcome} from './tell-outcome.js';

/** Zoom is asked for the tokens and then who it is; the browser waits. */
const ANSWER_LIMIT_MS = 20_000;

/** Who says the outcome where the person looks, and until when. */
interface Caller {
  isToldHere: true;
  signal: AbortSignal;
}

/** `isStarting`: the meeting that was asked for is being started. */
export interface Finished {
  outcome: ConnectOutcome;
  isStarting: boolean;
}

/**
 * Connects, tells the person in the chat, and goes on with what they had asked for. Rejects with a chat or a store
 * error.
 */
export type FinishConnect = (answered: AnsweredAttempt, caller?: Caller) => Promise<Finished>;

interface FinishConnectDeps {
  redeemConsent: RedeemConsent;
  auditRefusal: AuditRefusal;
  askedPlaces: Pick<AskedPlaces, 'find' | 'take'>;
  tellOutcome: TellOutcome;
  clock: Clock;
  /** Runs on beside the answer. It does not reject. */
  inBackground: (work: Promise<unknown>) => void;
}

export const createFinishConnect =
  (deps: FinishConnectDeps): FinishConnect =>
  async (answered, caller) => {
    const isToldHere = caller !== undefined;
    const {redeemConsent, auditRefusal, tellOutcome, clock, inBackground} = deps;
    const {userId} = answered;
    const outcome = await withDeadline(
      clock,
      ANSWER_LIMIT_MS,
      ({signal}) => redeemConsent(answered, signal),
      caller?.signal,
    );
    if (!isKept(outcome)) auditRefusal(outcome, userId);
    const asked = await askedOf(deps, userId, outcome);
    const isStarting = outcome.kind === 'connected' && asked?.meeting !== undefined;
    if (isStarting || outcome.kind === 'replace?' || !isToldHere) {
      inBackground(tellOutcome({userId, outcome, asked, isToldHere}));
    }
    return {outcome, isStarting};
  };

const isKept = (outcome: ConnectOutcome): outcome is KeptConsent =>
  outcome.kind === 'connected' || outcome.kind === 'replace?';

/** The connection counts, even where nobody can read what it was for. */
async function askedOf(
  {askedPlaces}: FinishConnectDeps,
  userId: string,
  {kind}: ConnectOutcome,
): Promise<AskedPlace | undefined> {
  const asked = kind === 'connected' ? askedPlaces.take(userId) : askedPlaces.find(userId);
  return asked.catch(() => undefined);
}
