import {describe, expect, it} from '@jest/globals';
import fc from 'fast-check';
import {type Share, spend, type Spent} from '../../server/core/domain/share.js';
import {ZOOM_SHARES} from '../../server/core/domain/zoom-shares.js';

const START = Date.parse('2026-11-23T14:00:00Z');
const rows = Object.entries(ZOOM_SHARES).flatMap(([plan, classes]) =>
  Object.entries(classes).map(([rate, shares]) => ({name: `${plan}, ${rate}`, plan, rate, shares})),
);

/** When the calls of people begin who ask again and again, each so long after the one before. */
function begin(shares: readonly Share[], pauses: readonly number[], patienceMs: number): number[] {
  let spent: Spent = {};
  let now = START;
  return pauses.flatMap((pause) => {
    now += pause;
    const spending = spend(shares, spent, now, patienceMs);
    if (spending.kind === 'spent') {
      expect(spending.until).toBeGreaterThan(now + patienceMs);
      return [];
    }
    expect(spending.at).toBeGreaterThanOrEqual(now);
    expect(spending.at).toBeLessThanOrEqual(now + patienceMs + 1);
    ({spent} = spending);
    return [spending.at];
  });
}

describe.each(rows)('The share of an account that is $name', ({shares}) => {
  it('O-23 is never exceeded, in any span of its time, however calls come', () => {
    const pauses = fc.array(fc.integer({min: 0, max: 2_000}), {minLength: 20, maxLength: 120});
    fc.assert(
      fc.property(pauses, fc.integer({min: 0, max: 3_000}), (given, patienceMs) => {
        const begun = begin(shares, given, patienceMs);
        for (const {count, withinMs, atOnce} of shares) {
          begun.forEach((from) => {
            const within = begun.filter((at) => at >= from && at < from + withinMs).length;
            // Calls are whole milliseconds apart.
            if (within > count + atOnce + 1) throw new Error(`${within} calls within ${withinMs} ms`);
          });
        }
      }),
    );
  });

  it('is all there after a rest, and none of it is taken by who would wait too long', () => {
    const [{atOnce} = {atOnce: 0}] = shares;
    const atOnceNow = begin(shares, Array<number>(atOnce + 5).fill(0), 0);
    expect(atOnceNow).toEqual(Array(atOnce).fill(START));
  });

  it('does not end for years because a clock was wrong once', () => {
    const spent = {second: START + 400 * 24 * 3_600_000, day: START + 400 * 24 * 3_600_000};
    expect(spend(shares, spent, START, 0)).toMatchObject({kind: 'taken', at: START});
  });
});

describe('What Zoom allows', () => {
  /** https://developers.zoom.us/docs/api/rate-limits/: a second, and a day where there is a limit. */
  const ALLOWED: Record<string, [second: number, day: number]> = {
    'free, light': [4, 6_000],
    'free, medium': [2, 2_000],
    'free, heavy': [1, 1_000],
    'free, resource-intensive': [10 / 60, 30_000],
    'paid, light': [30, Infinity],
    'paid, medium': [20, Infinity],
    'paid, heavy': [10, 30_000],
    'paid, resource-intensive': [10 / 60, 30_000],
  };

  it.each(rows)('is taken by half at most: $name', ({name, shares}) => {
    const [second, day] = ALLOWED[name] ?? [0, 0];
    const pace = Math.min(...shares.map(({count, withinMs}) => (count / withinMs) * 1000));
    expect(pace).toBeLessThanOrEqual(second / 2);
    const daily = Math.min(
      ...shares.map(({per, count, withinMs}) => (per === 'day' ? count : (count / withinMs) * 86_400_000)),
    );
    if (day !== Infinity) expect(daily).toBeLessThanOrEqual(day / 2);
  });
});
