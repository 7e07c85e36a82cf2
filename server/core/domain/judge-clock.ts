import {setupCheck, type SetupCheck} from './setup-check.js';
import {believedAhead} from './believed-ahead.js';

/** Network and Zoom's whole seconds make less of a difference; webhooks are late from five minutes on. */
const WRONG_FROM_MS = 2 * 60_000;

/** What is said of webhooks, unless the clock of this server is so wrong that nothing else can be said of them. */
export function judgeClock(webhooks: SetupCheck, zoomIsAhead: number | undefined): SetupCheck {
  if (zoomIsAhead === undefined || Math.abs(zoomIsAhead) < WRONG_FROM_MS) return webhooks;
  return {...setupCheck('webhook', 'webhook.clock', offBy(zoomIsAhead)), notes: webhooks.notes};
}

/** What is said of the join page, unless it works and the clock alone makes Zoom refuse everybody who comes by it. */
export function judgeSigningClock(joinPage: SetupCheck, zoomIsAhead: number | undefined): SetupCheck {
  if (zoomIsAhead === undefined || believedAhead(zoomIsAhead) === zoomIsAhead) return joinPage;
  if (joinPage.state === 'wrong') return joinPage;
  return {...setupCheck('join_page', 'joinPage.clock', offBy(zoomIsAhead)), notes: joinPage.notes};
}

const offBy = (zoomIsAhead: number): {minutes: number; side: string} => ({
  minutes: Math.round(Math.abs(zoomIsAhead) / 60_000),
  side: zoomIsAhead > 0 ? 'behind' : 'ahead',
});
