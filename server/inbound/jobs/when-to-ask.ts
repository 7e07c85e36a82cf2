import {type Card, cardState} from '../../core/domain/card.js';
import type {WebhookActivity} from '../../core/domain/webhook-activity.js';
import type {Job} from '../../core/ports/jobs.js';

const MINUTE_MS = 60_000;
/**
 * How often each open meeting is looked at. With webhooks dropped, a card is late by a look, by half a minute until the
 * job is found, and by a queue of one call a second: 7 min + 30 s + 450 s = 15 min for 450 meetings (docs/adr/0038).
 */
export const LOOK_AFTER_MS = 7 * MINUTE_MS;
/** Where webhooks come: first after so long, and each time twice as long, as an end is most likely told. */
const FIRST_ASKED_AFTER_MS = 14 * MINUTE_MS;
const LONGEST_PAUSE_MS = 4 * 60 * MINUTE_MS;
/** Longer than nodes keep to themselves what has arrived (webhook-activity-log). */
const SILENCE_MS = 5 * MINUTE_MS;
/** A question that was put off by less than this is one that somebody wants to be asked. */
const SOON_MS = MINUTE_MS;

/** A look at the number of these cards is due: whether to ask Zoom this time. */
export function isToBeAsked(
  {since, dueAt, tries}: Pick<Job, 'since' | 'dueAt' | 'tries'>,
  cards: readonly Card[],
  {accepted}: WebhookActivity,
  now: number,
): boolean {
  const isTold = accepted !== undefined && accepted.at >= since && now - accepted.at < SILENCE_MS;
  if (!isTold || cards.some(isRepaired)) return true;
  if (tries === 0 && dueAt - since < SOON_MS) return true;
  return isMilestoneWithin(since, dueAt - LOOK_AFTER_MS, now);
}

/**
 * No webhook has told of this one: its start was found by asking, without a time, or Zoom no longer knew it. So none
 * may tell of its end.
 */
const isRepaired = (card: Card): boolean =>
  card.unknownAt !== undefined || (cardState(card) === 'live' && card.startedAt === undefined);

function isMilestoneWithin(since: number, from: number, to: number): boolean {
  let pause = FIRST_ASKED_AFTER_MS;
  for (let at = since + pause; at <= to; at += pause, pause = Math.min(2 * pause, LONGEST_PAUSE_MS)) {
    if (at > from) return true;
  }
  return false;
}
