import {assemble} from './compose/assemble.js';
import {newId, type Shared} from './compose/shared.js';
import {postIntentIn, watchIn} from './compose/start-meetings.js';
import type {Compose} from './core/ports/application.js';
import type {Host} from './core/ports/host.js';
import type {Jobs} from './core/ports/jobs.js';
import {createCompleteSettings} from './core/usecases/complete-settings.js';
import {createKeepEncryptionKey} from './core/usecases/keep-encryption-key.js';
import {createKeyedQueue} from './core/usecases/keyed-queue.js';
import {createRecoverIntents} from './core/usecases/recover-intents.js';
import {createRunningStarts} from './core/usecases/running-starts.js';
import {createStartAllowance} from './core/usecases/start-allowance.js';
import {createApplication, type Features, type Situation} from './inbound/application.js';
import type {JobKind} from './inbound/jobs/job-kind.js';
import {createJobSchedule} from './inbound/jobs/job-schedule.js';
import {createRecoverySchedule} from './inbound/recovery-schedule.js';
import {newSecret} from './lib/new-secret.js';
import {createTally, type Tally} from './core/usecases/tally.js';
import {createRefusalLines} from './inbound/webhooks/refusals.js';
import {secretsInForce} from './inbound/webhooks/secrets-in-force.js';
import {createWorkInProgress, type WorkInProgress} from './lib/work-in-progress.js';
import {texts} from './messages/texts.js';
import {createCards} from './outbound/store/cards.js';
import {createIntents} from './outbound/store/intents.js';
import {createJobs} from './outbound/store/jobs.js';
import {createPairings} from './outbound/store/pairings.js';
import {createTurns} from './outbound/store/turns.js';
import {createUsedTickets} from './outbound/store/used-tickets.js';
import {createWebhookActivityLog} from './outbound/store/webhook-activity-log.js';
import {createWebhookSecrets} from './outbound/store/webhook-secrets.js';

const ZOOM_CALL_EVERY_MS = 1_000;

/** Wires the product together: the only place that sees what comes in and what goes out. */
export const compose: Compose = (host) => {
  const work = createWorkInProgress(host.clock);
  const cards = createCards(host);
  const intents = createIntents(host);
  const jobs = createJobs({...host, owner: newId(host)});
  let locale = '';
  let jobKinds: readonly JobKind[] = [];
  const recovery = createRecoverySchedule({
    ...host,
    work,
    recoverIntents: () =>
      createRecoverIntents({
        ...host,
        cards,
        intents,
        texts,
        postIntent: postIntentIn(shared, locale),
        watch: watchIn(shared),
      }),
  });
  const shared: Shared = {
    host,
    cards,
    intents,
    running: createRunningStarts(),
    allowance: createStartAllowance(),
    queue: createKeyedQueue(),
    work,
    leftBehind: recovery.leftBehind,
    jobs,
    putOff: putOffIn(host, jobs, work),
    turns: createTurns(host, ZOOM_CALL_EVERY_MS),
    activity: createWebhookActivityLog({...host, inBackground: (task) => void work.add(task)}),
    webhookSecrets: createWebhookSecrets(host),
    refusalLines: createRefusalLines(host),
    ledNowhere: ledNowhereIn(host),
    pairings: createPairings(host),
    usedTickets: createUsedTickets(host),
    testing: new Set(),
  };
  const assembleIn = (situation: Situation): Features => {
    shared.activity.markUnmarked(secretsInForce(situation.settings));
    const features = assemble(shared, situation);
    locale = situation.site.locale;
    jobKinds = features.jobKinds;
    return features;
  };
  const schedules = [recovery, createJobSchedule({...host, jobs, work, kinds: () => jobKinds})];
  const keepEncryptionKey = createKeepEncryptionKey({...host, newSecret: () => newSecret(host.random)});
  const completeSettings = createCompleteSettings({...host, ...shared, keepEncryptionKey});
  return createApplication({host, completeSettings, assemble: assembleIn, schedules, work, texts});
};

const putOffIn =
  ({clock, logger}: Host, jobs: Jobs, work: WorkInProgress): Shared['putOff'] =>
  (kind, about, ms) =>
    void work.add(
      jobs.schedule({kind, about, dueAt: clock.now() + ms}).catch((error: unknown) => {
        logger.error('Work could not be put off', {kind, about, error: String(error)});
      }),
    );

const HOUR_MS = 60 * 60_000;

/** Zoom may not answer about hundreds of meetings: one line an hour tells of all of them. */
const ledNowhereIn = ({clock, logger}: Host): Tally<string> =>
  createTally({
    clock,
    everyMs: HOUR_MS,
    tell: (counts) =>
      logger.warn('Zoom was asked about meetings whose end never came, and could not tell', {
        counts: [...counts].map(([reason, count]) => `${reason}: ${count}`).join(', '),
      }),
  });
