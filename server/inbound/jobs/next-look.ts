import {kindOf} from '../../core/domain/card-kind.js';
import {type Card, cardState} from '../../core/domain/card.js';
import {LOOK_AFTER_MS} from './look-after.js';

/** So long before its planned time a meeting is looked at as those are that have begun: hosts come early. */
const AWAKE_BEFORE_MS = 10 * 60_000;
/** A change in Zoom of which no webhook has told is seen within a day. */
const DAY_MS = 24 * 60 * 60_000;

/** From when on there may be something to see of it; `undefined`: at any time. */
const awakeFrom = ({plan}: Card): number | undefined =>
  plan?.startsAt === undefined ? undefined : plan.startsAt - AWAKE_BEFORE_MS;

/** It waits for a time that has not come. */
export const isAsleep = (card: Card, now: number): boolean =>
  kindOf(card).isPlanned && cardState(card) === 'waiting' && now < (awakeFrom(card) ?? 0);

/** Since when a card is followed, where a job looks after its number since then. Milliseconds since the epoch. */
export const followedSince = (card: Card, since: number): number => Math.max(since, awakeFrom(card) ?? since);

/**
 * When a card is to be looked at next. What is planned for a time is looked at at times that follow from it, whoever
 * looks: several jobs for one number become one.
 */
export function nextLook(card: Card, now: number): number {
  const awake = awakeFrom(card);
  if (awake === undefined || cardState(card) !== 'waiting') return now + LOOK_AFTER_MS;
  const pause = now < awake ? DAY_MS : LOOK_AFTER_MS;
  return awake + (Math.floor((now - awake) / pause) + 1) * pause;
}
