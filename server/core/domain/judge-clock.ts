import {setupCheck, type SetupCheck} from './setup-check.js';

/** Network and Zoom's whole seconds make less of a difference; webhooks are late from five minutes on. */
const WRONG_FROM_MS = 2 * 60_000;

/** What is said of webhooks, unless the clock of this server is so wrong that nothing else can be said of them. */
export function judgeClock(webhooks: SetupCheck, zoomIsAhead: number | undefined): SetupCheck {
  if (zoomIsAhead === undefined || Math.abs(zoomIsAhead) < WRONG_FROM_MS) return webhooks;
  const minutes = Math.round(Math.abs(zoomIsAhead) / 60_000);
  const values = {minutes, side: zoomIsAhead > 0 ? 'behind' : 'ahead'};
  return {...setupCheck('webhook', 'webhook.clock', values), notes: webhooks.notes};
}
