/**
 * How often each open meeting is looked at. With webhooks dropped, a card is late by a look, by half a minute until the
 * job is found, and by a queue of one call a second: 7 min + 30 s + 450 s = 15 min for 450 meetings (docs/adr/0038).
 */
export const LOOK_AFTER_MS = 7 * 60_000;
