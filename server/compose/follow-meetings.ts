import type {Zoom} from '../core/ports/zoom.js';
import {createAdoptOfficialCard} from '../core/usecases/adopt-official-card.js';
import {createAskZoomAbout} from '../core/usecases/ask-zoom-about.js';
import {createRecordMeetingEvent} from '../core/usecases/record-meeting-event.js';
import {createShowCard} from '../core/usecases/show-card.js';
import {createShowCards} from '../core/usecases/show-cards.js';
import type {Situation} from '../inbound/application.js';
import {SHOW_AGAIN_MS} from '../inbound/jobs/show-cards.js';
import {createReceiveWebhook} from '../inbound/webhooks/receive-webhook.js';
import type {Refuse} from '../inbound/webhooks/refusals.js';
import {createWebhookEvents} from '../inbound/webhooks/registry.js';
import {createWebhookKeys} from '../inbound/webhooks/webhook-keys.js';
import {secretsInForce} from '../inbound/webhooks/secrets-in-force.js';
import {webhookRoute} from '../inbound/webhooks/webhook-route.js';
import {abortAfter} from '../lib/abort-after.js';
import {texts} from '../messages/texts.js';
import type {Shared} from './shared.js';

/** For both questions about a meeting whose webhook came late. */
const ASK_ZOOM_DEADLINE_MS = 30_000;

/** What follows a meeting: fed by webhooks, and by what Zoom answers when it is asked; nobody asks it before it is set up. */
export function followIn(shared: Shared, {settings, site}: Situation, zoom: Zoom) {
  const {host, cards, queue, running, putOff} = shared;
  const showCards = createShowCards({showCard: createShowCard({...host, translate: texts(site.locale)})});
  const record = createRecordMeetingEvent({
    cards,
    queue,
    settled: running.settled,
    showCards,
    leftUnshown: (number) => putOff('show-cards', number, SHOW_AGAIN_MS),
    adoptOfficialCard: createAdoptOfficialCard({...host, cards}),
  });
  const newDeadline = (): AbortSignal => abortAfter(host.clock, ASK_ZOOM_DEADLINE_MS).signal;
  const isZoomSetUp = settings.zoom !== undefined;
  const askZoomAbout = createAskZoomAbout({
    ...host,
    ...shared,
    zoom: isZoomSetUp ? zoom : undefined,
    record,
    newDeadline,
  });
  return {record, showCards, isZoomSetUp, askZoomAbout};
}

/** What Zoom tells. */
export function webhookIn(
  shared: Shared,
  {settings, former}: Situation,
  {record, askZoomAbout}: ReturnType<typeof followIn>,
): ReturnType<typeof webhookRoute> {
  const {host, work, activity, refusalLines} = shared;
  const inBackground = (task: Promise<unknown>): void => void work.add(task);
  const keys = createWebhookKeys({...host, ...shared, settings, former, inBackground});
  const secrets = secretsInForce(settings);
  const refuse: Refuse = (reason) => {
    refusalLines(reason);
    activity.refuse(reason, {at: host.clock.now(), secrets});
  };
  const events = createWebhookEvents({
    record,
    askZoomAbout,
    inBackground,
    accountId: settings.accountId,
  });
  return webhookRoute({
    ...host,
    settings,
    keys,
    refuse,
    receive: createReceiveWebhook({...host, ...shared, keys, secrets, refuse, events}),
  });
}
