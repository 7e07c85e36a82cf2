import type {RefusalReason} from '../core/domain/webhook-activity.js';
import type {Cards} from '../core/ports/cards.js';
import type {Host} from '../core/ports/host.js';
import type {Intents} from '../core/ports/intents.js';
import type {Jobs, JobWish} from '../core/ports/jobs.js';
import type {Pairings} from '../core/ports/pairings.js';
import type {Turns} from '../core/ports/turns.js';
import type {UsedTickets} from '../core/ports/used-tickets.js';
import type {WebhookSecrets} from '../core/ports/webhook-secrets.js';
import type {WebhookActivityLog} from '../core/ports/webhook-activity-log.js';
import type {KeyedQueue} from '../core/usecases/keyed-queue.js';
import type {RunningStarts} from '../core/usecases/running-starts.js';
import type {StartAllowance} from '../core/usecases/start-allowance.js';
import type {StartOutcome} from '../core/usecases/start-meeting.js';
import type {Tally} from '../core/usecases/tally.js';
import type {WorkInProgress} from '../lib/work-in-progress.js';

/** What outlives a change of the settings. */
export interface Shared {
  host: Host;
  cards: Cards;
  intents: Intents;
  running: RunningStarts<StartOutcome>;
  allowance: StartAllowance;
  queue: KeyedQueue;
  work: WorkInProgress;
  leftBehind: () => void;
  /** Puts work off beside the caller, who has somebody waiting. */
  putOff: (kind: JobWish['kind'], number: string, ms: number) => void;
  /** Calls of Zoom's API that nobody waits for. */
  turns: Turns;
  jobs: Jobs;
  activity: WebhookActivityLog;
  webhookSecrets: WebhookSecrets;
  /** Webhooks that were refused, for the log. */
  refusalLines: Tally<RefusalReason>;
  /** Questions to Zoom about meetings that nobody waits for, and that led nowhere. */
  ledNowhere: Tally<string>;
  pairings: Pairings;
  usedTickets: UsedTickets;
  /** People whose test of the set-up runs. */
  testing: Set<string>;
}

export const newId = ({random}: Host): string => Buffer.from(random.bytes(16)).toString('hex');
