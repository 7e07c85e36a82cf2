import type {Host} from '../core/ports/host.js';
import {newId} from '../lib/new-id.js';
import {createCards} from '../outbound/store/cards.js';
import {createIntents} from '../outbound/store/intents.js';
import {createJobs} from '../outbound/store/jobs.js';
import {createPairings} from '../outbound/store/pairings.js';
import {createTurns} from '../outbound/store/turns.js';
import {createUsedTickets} from '../outbound/store/used-tickets.js';
import {createWebhookActivityLog} from '../outbound/store/webhook-activity-log.js';
import {createWebhookSecrets} from '../outbound/store/webhook-secrets.js';

/** Calls of Zoom's API that nobody waits for. */
const ZOOM_CALL_EVERY_MS = 1_000;

interface StoresNeeds extends Pick<Host, 'keyValue' | 'clock' | 'random' | 'logger' | 'nodeId'> {
  /** Runs beside the caller. A stop of the plugin waits for it. */
  inBackground: (work: Promise<void>) => void;
}

/** What is remembered, in the host's key-value store. */
export function openStores({keyValue, clock, random, logger, nodeId, inBackground}: StoresNeeds) {
  const rows = {keyValue, clock, random, logger};
  return {
    cards: createCards(rows),
    // Only a node that knows itself again has to tell its processes apart.
    intents: createIntents(rows, nodeId === undefined ? undefined : {node: nodeId, life: newId(random)}),
    jobs: createJobs({keyValue, clock, random, logger, owner: newId(random)}),
    turns: createTurns(rows, ZOOM_CALL_EVERY_MS),
    activity: createWebhookActivityLog({keyValue, clock, random, logger, inBackground}),
    webhookSecrets: createWebhookSecrets(rows),
    pairings: createPairings(rows),
    usedTickets: createUsedTickets(rows),
  };
}
