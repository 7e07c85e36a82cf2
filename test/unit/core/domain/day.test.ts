import {describe, expect, it} from '@jest/globals';
import {atTheSameTime, type DayMeeting, inOrderOfDay} from '../../../../server/core/domain/day.js';

const HOUR = 3_600_000;
const NOW = Date.parse('2026-11-23T14:00:00Z');
const meeting = (number: string, changes: Partial<DayMeeting> = {}): DayMeeting => ({
  number,
  topic: '',
  startsAt: NOW + HOUR,
  minutes: 60,
  joinUrl: undefined,
  isHost: true,
  isLive: false,
  ...changes,
});
const live = (number: string): DayMeeting =>
  meeting(number, {isLive: true, startsAt: undefined, minutes: undefined});

describe('the meetings of a day', () => {
  it('are in the order of their times, behind those that run', () => {
    const ordered = inOrderOfDay([
      meeting('3', {startsAt: undefined}),
      meeting('2', {startsAt: NOW + 2 * HOUR}),
      meeting('1'),
      live('4'),
    ]);
    expect(ordered.map(({number}) => number)).toEqual(['4', '1', '2', '3']);
  });

  it('are there once: a plan is not told of beside the same meeting that runs, nor twice for one time', () => {
    const ordered = inOrderOfDay([
      live('1'),
      meeting('1'),
      meeting('2'),
      meeting('2'),
      meeting('2', {startsAt: NOW}),
    ]);
    expect(ordered.map(({number, startsAt}) => [number, startsAt])).toEqual([
      ['1', undefined],
      ['2', NOW],
      ['2', NOW + HOUR],
    ]);
  });

  it.each<[string, Partial<DayMeeting>, boolean]>([
    ['begins within it', {startsAt: NOW + 1.5 * HOUR}, true],
    ['begins with its end', {startsAt: NOW + 2 * HOUR}, false],
    ['has no length', {startsAt: NOW, minutes: undefined}, false],
    ['has no length and begins later', {startsAt: NOW + 0.5 * HOUR, minutes: undefined}, true],
    ['is somebody else’s', {startsAt: NOW + HOUR, isHost: false}, false],
    ['has no time', {startsAt: undefined}, false],
  ])('are at the same time as another one that %s', (_what, other, isOverlapping) => {
    expect(atTheSameTime([meeting('1'), meeting('2', other)], NOW).size).toBe(isOverlapping ? 2 : 0);
  });

  it('are at the same time as one that runs only while it certainly runs', () => {
    expect(atTheSameTime([live('1'), meeting('2', {startsAt: NOW - HOUR / 2})], NOW).size).toBe(2);
    expect(atTheSameTime([live('1'), meeting('2')], NOW).size).toBe(0);
    expect(atTheSameTime([live('1'), live('2')], NOW).size).toBe(2);
  });
});
