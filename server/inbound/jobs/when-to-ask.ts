import {kindOf} from '../../core/domain/card-kind.js';
import {type Card, cardState} from '../../core/domain/card.js';
import type {WebhookActivity} from '../../core/domain/webhook-activity.js';
import {nobodyCame} from '../../core/domain/nobody-came.js';
import type {Job} from '../../core/ports/jobs.js';
import {LOOK_AFTER_MS} from './look-after.js';
import {followedSince, isAsleep} from './next-look.js';

const MINUTE_MS = 60_000;
/** Where webhooks come: first after so long, and each time twice as long, as an end is most likely told. */
const FIRST_ASKED_AFTER_MS = 14 * MINUTE_MS;
const LONGEST_PAUSE_MS = 4 * 60 * MINUTE_MS;
/** Longer than nodes keep to themselves what has arrived (webhook-activity-log). */
const SILENCE_MS = 5 * MINUTE_MS;
/** A question that was put off by less than this is one that somebody wants to be asked. */
const SOON_MS = MINUTE_MS;

/** A look at the number of these cards is due: whether to ask Zoom this time. */
export function isToBeAsked(
  job: Pick<Job, 'since' | 'dueAt' | 'tries'>,
  cards: readonly Card[],
  activity: WebhookActivity,
  now: number,
): boolean {
  const awake = cards.filter((card) => !isAsleep(card, now));
  // Of what sleeps, a look comes once a day.
  if (awake.length === 0 || (job.tries === 0 && job.dueAt - job.since < SOON_MS)) return true;
  return awake.some((card) => isCardToBeAsked(job, card, activity, now));
}

function isCardToBeAsked(
  job: Pick<Job, 'since' | 'dueAt'>,
  card: Card,
  {accepted}: WebhookActivity,
  now: number,
): boolean {
  const since = followedSince(card, job.since);
  const isTold = accepted !== undefined && accepted.at >= since && now - accepted.at < SILENCE_MS;
  if (!isTold || isRepaired(card) || isLastChance(card, now)) return true;
  return isMilestoneWithin(since, job.dueAt - LOOK_AFTER_MS, now);
}

/** Before what was planned is said not to have been held. */
const isLastChance = (card: Card, now: number): boolean => kindOf(card).isPlanned && nobodyCame(card, now);

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
