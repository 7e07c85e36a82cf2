import {describe, expect, it} from '@jest/globals';
import {ZOOM_HOSTS} from '../../../../contract/link-rules.js';
import type {Plan} from '../../../../server/core/domain/plan.js';
import {isUsedUp, type PlanFor, planOf, type ToldPlan} from '../../../../server/core/domain/plan-of.js';
import {OPENED_AT} from '../../../support/sample-card.js';

const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;
const at = (ms: number): string => new Date(ms).toISOString().replace('.000Z', 'Z');
const given = (more: Partial<PlanFor> = {}): PlanFor => ({now: OPENED_AT, linkHosts: ZOOM_HOSTS, ...more});

const shows = (plan: Partial<Plan>, hasBegun = false): Pick<PlanFor, 'card'> => ({
  card: {plan: {toldAt: OPENED_AT, ...plan}, hasBegun},
});

const meeting: ToldPlan = {topic: 'Planning', type: 2, start_time: at(OPENED_AT + DAY), duration: 45};
const daily: ToldPlan = {
  type: 8,
  duration: 30,
  occurrences: [3, 1, 2].map((days) => ({start_time: at(OPENED_AT + days * DAY)})),
};

describe('what is planned of a meeting', () => {
  it('is when it begins, for how long, and what it is called', () => {
    expect(planOf(meeting, given())).toEqual({
      toldAt: OPENED_AT,
      topic: 'Planning',
      startsAt: OPENED_AT + DAY,
      minutes: 45,
    });
  });

  it('has no time where it was to be over before now, or Zoom names none', () => {
    expect(planOf(meeting, given({now: OPENED_AT + 2 * DAY}))).not.toHaveProperty('startsAt');
    expect(planOf({type: 2}, given())).toEqual({toldAt: OPENED_AT});
    expect(planOf({type: 3, start_time: at(OPENED_AT + DAY)}, given())).toEqual({
      toldAt: OPENED_AT,
      isSeries: true,
    });
  });

  it('has the time that a card stands for, even if that has gone by', () => {
    const late = given({
      now: OPENED_AT + 2 * DAY,
      card: {plan: {toldAt: 0, startsAt: OPENED_AT + DAY}, hasBegun: false},
    });
    expect(planOf(meeting, late)).toMatchObject({startsAt: OPENED_AT + DAY});
  });

  it('is a link to registration only where it leads to Zoom', () => {
    const link = (registration_url: string) => planOf({registration_url}, given());
    expect(link('https://zoom.us/meeting/register/x')).toMatchObject({
      registrationUrl: 'https://zoom.us/meeting/register/x',
    });
    expect(link('https://zoom.us.evil.example/x')).not.toHaveProperty('registrationUrl');
  });
});

describe('what is planned of a series', () => {
  it('is the next occurrence, and the one after it', () => {
    expect(planOf(daily, given())).toEqual({
      toldAt: OPENED_AT,
      startsAt: OPENED_AT + DAY,
      nextAt: OPENED_AT + 2 * DAY,
      minutes: 30,
      isSeries: true,
    });
  });

  it('stays with the occurrence of a card as long as it is planned', () => {
    const card = given(shows({startsAt: OPENED_AT + 2 * DAY}));
    expect(planOf(daily, card)).toMatchObject({startsAt: OPENED_AT + 2 * DAY, nextAt: OPENED_AT + 3 * DAY});
    const without = (daily.occurrences ?? []).map((one) =>
      one.start_time === at(OPENED_AT + 2 * DAY) ? {...one, status: 'deleted'} : one,
    );
    expect(planOf({...daily, occurrences: without}, card)).toMatchObject({startsAt: OPENED_AT + DAY});
  });

  it('stays with an occurrence that has begun, whatever is planned', () => {
    const card = given(shows({startsAt: OPENED_AT - HOUR}, true));
    expect(planOf(daily, card)).toMatchObject({startsAt: OPENED_AT - HOUR, nextAt: OPENED_AT + DAY});
  });

  it('is used up when nothing of it is left to come', () => {
    const isUsed = (told: ToldPlan, days: number) => isUsedUp(told, {now: OPENED_AT + days * DAY});
    expect([isUsed(daily, 0), isUsed(daily, 4), isUsed(meeting, 4), isUsed({type: 3}, 0)]).toEqual([
      false,
      true,
      false,
      false,
    ]);
  });

  it('follows its occurrence to another time, by Zoom’s name for it', () => {
    const card = given(shows({startsAt: OPENED_AT + 2 * DAY, occurrenceId: 'two'}));
    const moved = {occurrence_id: 'two', start_time: at(OPENED_AT + 2 * DAY + HOUR)};
    expect(planOf({...daily, occurrences: [...(daily.occurrences ?? []), moved]}, card)).toMatchObject({
      startsAt: OPENED_AT + 2 * DAY + HOUR,
      occurrenceId: 'two',
    });
  });

  it('stays with what was to begin already, which Zoom lists no more, unless it was taken back', () => {
    const begun = shows({startsAt: OPENED_AT - HOUR / 2, minutes: 30});
    expect(planOf(daily, given(begun))).toMatchObject({startsAt: OPENED_AT - HOUR / 2, minutes: 30});
    const deleted = {start_time: at(OPENED_AT - HOUR / 2), status: 'deleted'};
    const occurrences = [deleted, ...(daily.occurrences ?? [])];
    expect(planOf({...daily, occurrences}, given(begun))).toMatchObject({startsAt: OPENED_AT + DAY});
    expect(planOf(daily, given({...begun, now: OPENED_AT + HOUR}))).toMatchObject({
      startsAt: OPENED_AT + DAY,
    });
  });
});
