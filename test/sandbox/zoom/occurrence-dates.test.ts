import {expect, it} from '@jest/globals';
import {planOccurrences} from '../../../sandbox/zoom/scheduling/plan-occurrences.js';
import type {Recurrence} from '../../../sandbox/zoom/state/gathering.js';

const days = (recurrence: Recurrence, start = '2026-11-25T09:00:00Z'): string[] =>
  planOccurrences({startTime: Date.parse(start), timezone: 'UTC', duration: 30, recurrence}).map(
    ({startTime}) => new Date(startTime).toISOString().slice(5, 10),
  );

it.each<[string, Recurrence, string[]]>([
  ['every day', {type: 1, end_times: 3}, ['11-25', '11-26', '11-27']],
  ['every third day', {type: 1, repeat_interval: 3, end_times: 3}, ['11-25', '11-28', '12-01']],
  ['every week on the day of its start', {type: 2, end_times: 2}, ['11-25', '12-02']],
  [
    'every week on Mondays and Fridays',
    {type: 2, weekly_days: '2,6', end_times: 3},
    ['11-27', '11-30', '12-04'],
  ],
  [
    'every other week on Mondays and Fridays',
    {type: 2, weekly_days: '2,6', repeat_interval: 2, end_times: 3},
    ['11-27', '12-07', '12-11'],
  ],
  ['every month on the 30th', {type: 3, monthly_day: 30, end_times: 3}, ['11-30', '12-30', '01-30']],
  [
    'every month on the 31st, where there is one',
    {type: 3, monthly_day: 31, end_times: 3},
    ['12-31', '01-31', '03-31'],
  ],
  [
    'every month on the second Tuesday',
    {type: 3, monthly_week: 2, monthly_week_day: 3, end_times: 2},
    ['12-08', '01-12'],
  ],
  [
    'every month on the last Friday',
    {type: 3, monthly_week: -1, monthly_week_day: 6, end_times: 2},
    ['11-27', '12-25'],
  ],
  ['until a day, which is included', {type: 1, end_date_time: '2026-11-26T09:00:00Z'}, ['11-25', '11-26']],
  ['once, without an end', {type: 1}, ['11-25']],
])('A series takes place %s', (_when, recurrence, dates) => {
  expect(days(recurrence)).toEqual(dates);
});
