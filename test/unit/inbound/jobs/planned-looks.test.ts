import {describe, expect, it} from '@jest/globals';
import type {Card} from '../../../../server/core/domain/card.js';
import {NO_ACTIVITY} from '../../../../server/core/domain/webhook-activity.js';
import {LOOK_AFTER_MS} from '../../../../server/inbound/jobs/look-after.js';
import {nextLook} from '../../../../server/inbound/jobs/next-look.js';
import {isToBeAsked} from '../../../../server/inbound/jobs/when-to-ask.js';
import {createPlannedCard, PLANNED_AT, samplePlan} from '../../../support/planned-card.js';
import {createSampleCard, OPENED_AT} from '../../../support/sample-card.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const card = createPlannedCard();
const inTenDays = createPlannedCard({plan: samplePlan({startsAt: OPENED_AT + 10 * DAY})});

/** The times of all looks from then on, as long as the card waits. */
function looksAt(waiting: Card, from: number, until: number): number[] {
  const looks: number[] = [];
  for (let now = nextLook(waiting, from); now < until; now = nextLook(waiting, now)) looks.push(now);
  return looks;
}

describe('what is planned for a time', () => {
  it('is looked at once a day until ten minutes before, then every seven minutes', () => {
    const startsAt = OPENED_AT + 10 * DAY;
    const looks = looksAt(inTenDays, OPENED_AT, startsAt + 5 * MINUTE);
    expect(looks.slice(0, 3).map((at) => (startsAt - at) / MINUTE)).toEqual([
      9 * 24 * 60 + 10,
      8 * 24 * 60 + 10,
      7 * 24 * 60 + 10,
    ]);
    expect(looks.slice(-3).map((at) => (at - startsAt) / MINUTE)).toEqual([-10, -3, 4]);
    expect(looks).toHaveLength(12);
  });

  it('is looked at at the same times by several jobs, so that they become one', () => {
    const startsAt = OPENED_AT + 10 * DAY;
    const [first, moved] = [OPENED_AT, OPENED_AT + 5 * HOUR].map((from) =>
      looksAt(inTenDays, from, startsAt),
    );
    expect(moved).toEqual(first);
  });

  it('is looked at as others are once it has begun, and where it has no time', () => {
    const live = createPlannedCard({startedAt: PLANNED_AT});
    const anyTime = createPlannedCard({plan: {toldAt: OPENED_AT}});
    for (const one of [live, anyTime, createSampleCard()])
      expect(nextLook(one, PLANNED_AT + MINUTE)).toBe(PLANNED_AT + MINUTE + LOOK_AFTER_MS);
  });
});

describe('whether Zoom is asked about what is planned', () => {
  const since = OPENED_AT;
  const isAsked = (one: Card, now: number, acceptedAt?: number): boolean =>
    isToBeAsked(
      {since, dueAt: now, tries: 5},
      [one],
      {...NO_ACTIVITY, ...(acceptedAt !== undefined && {accepted: {at: acceptedAt}})},
      now,
    );

  it('is certain at the look of each day, also where webhooks come', () => {
    expect(isAsked(inTenDays, OPENED_AT + DAY, OPENED_AT + DAY)).toBe(true);
  });

  it('R-02 follows from whether webhooks come since its time is near', () => {
    const at = PLANNED_AT - 3 * MINUTE;
    expect([isAsked(card, at), isAsked(card, at, PLANNED_AT - 11 * MINUTE)]).toEqual([true, true]);
    expect(isAsked(card, at, at)).toBe(false);
  });

  it('R-02 is sooner after its planned time than four hours, though it is followed for long', () => {
    const asked = Array.from({length: 16}, (_, index) => PLANNED_AT - 10 * MINUTE + index * LOOK_AFTER_MS);
    const minutes = asked.filter((now) => isAsked(card, now, now)).map((now) => (now - PLANNED_AT) / MINUTE);
    expect(minutes).toEqual([4, 18, 46]);
  });

  it('R-02 is certain before it is called unused', () => {
    const at = PLANNED_AT + 2 * HOUR;
    expect([isAsked(card, at - 1, at - 1), isAsked(card, at, at)]).toEqual([false, true]);
  });
});
