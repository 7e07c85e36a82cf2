import type {Host} from '../core/ports/host.js';
import {newId} from '../lib/new-id.js';
import {createAskedPlaces} from '../outbound/store/asked-places.js';
import {createCards} from '../outbound/store/cards.js';
import {createEventFeed} from '../outbound/store/event-feed.js';
import {createIntents} from '../outbound/store/intents.js';
import {createJobs} from '../outbound/store/jobs.js';
import {measuredKeyValue} from '../outbound/store/measured-key-value.js';
import {createLeases} from '../outbound/store/leases.js';
import {createOpenCards} from '../outbound/store/open-cards.js';
import {createPairings} from '../outbound/store/pairings.js';
import {createStreamPasses} from '../outbound/store/stream-passes.js';
import {createTurns} from '../outbound/store/turns.js';
import {createUsedTickets} from '../outbound/store/used-tickets.js';
import {watchedCards} from '../outbound/store/watched-cards.js';
import {createWebhookActivityLog} from '../outbound/store/webhook-activity-log.js';
import {createWebhookSecrets} from '../outbound/store/webhook-secrets.js';
import {createZoomBudget} from '../outbound/store/zoom-budget.js';

/** Calls of Zoom's API that nobody waits for. */
const ZOOM_CALL_EVERY_MS = 1_000;

interface StoresNeeds extends Pick<Host, 'keyValue' | 'clock' | 'random' | 'logger' | 'metrics' | 'nodeId'> {
  /** Runs beside the caller. A stop of the plugin waits for it. */
  inBackground: (work: Promise<void>) => void;
}

/** What is remembered, in the host's key-value store. */
export function openStores({
  keyValue: store,
  clock,
  random,
  logger,
  metrics,
  nodeId,
  inBackground,
}: StoresNeeds) {
  const keyValue = measuredKeyValue({keyValue: store, metrics, clock});
  const rows = {keyValue, clock, random, logger};
  const openCards = createOpenCards({keyValue, clock, random, logger, inBackground});
  return {
    /** As it is measured, for what is opened with the keys of the settings. */
    keyValue,
    leases: createLeases(rows),
    cards: watchedCards(createCards(rows), openCards.see),
    openCards,
    // Only a node that knows itself again has to tell its processes apart.
    intents: createIntents(rows, nodeId === undefined ? undefined : {node: nodeId, life: newId(random)}),
    jobs: createJobs({keyValue, clock, random, logger, owner: newId(random)}),
    turns: createTurns(rows, ZOOM_CALL_EVERY_MS),
    zoomBudget: createZoomBudget(rows),
    activity: createWebhookActivityLog({keyValue, clock, random, logger, inBackground}),
    webhookSecrets: createWebhookSecrets(rows),
    pairings: createPairings(rows),
    usedTickets: createUsedTickets(rows),
    eventFeed: createEventFeed(rows),
    streamPasses: createStreamPasses(rows),
    askedPlaces: createAskedPlaces(rows),
  };
}
