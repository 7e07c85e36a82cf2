import {describe, expect, it} from '@jest/globals';
import fc from 'fast-check';
import {figuresJson} from '../../bench/report/figures-json.js';
import {figuresTable} from '../../bench/report/figures-table.js';
import {median, percentile} from '../../bench/report/percentile.js';
import {rounded} from '../../bench/report/rounded.js';

describe('A percentile', () => {
  it('is the value at the nearest rank', () => {
    const values = [15, 20, 35, 40, 50];
    expect([0.05, 0.3, 0.4, 0.5, 1].map((share) => percentile(values, share))).toEqual([15, 20, 20, 35, 50]);
  });

  it('counts numbers by size and leaves the order of the given ones alone', () => {
    const values = [100, 9, 20];
    expect(median(values)).toBe(20);
    expect(values).toEqual([100, 9, 20]);
  });

  it('is one of the values, with its share of them at or below it and fewer below it', () => {
    const shares = fc.integer({min: 1, max: 100}).map((hundredths) => hundredths / 100);
    fc.assert(
      fc.property(fc.array(fc.integer(), {minLength: 1}), shares, (values, share) => {
        const found = percentile(values, share);
        const rank = Math.ceil(values.length * share);
        expect(values).toContain(found);
        expect(values.filter((value) => value <= found).length).toBeGreaterThanOrEqual(rank);
        expect(values.filter((value) => value < found).length).toBeLessThan(rank);
      }),
    );
  });

  it('of nothing is an error', () => {
    expect(() => percentile([], 0.5)).toThrow(RangeError);
  });
});

describe('Figures', () => {
  const figures = [
    {name: 'start_zoom_calls', value: 2, target: 2},
    {name: 'hook_p50_ratio_to_go', value: 1.2345, target: 1.2},
    {name: 'hook_p50_us', value: 101.7},
  ];

  it('are a table that marks the targets that were missed', () => {
    expect(figuresTable(figures)).toBe(
      [
        'start_zoom_calls         2  at most 2',
        'hook_p50_ratio_to_go  1.23  at most 1.2: missed',
        'hook_p50_us            102',
      ].join('\n'),
    );
  });

  it('are one JSON object on one line', () => {
    expect(figuresJson(figures)).toBe('{"start_zoom_calls":2,"hook_p50_ratio_to_go":1.23,"hook_p50_us":102}');
  });

  it('keep three digits and every digit before the point', () => {
    expect([10100, 1234.5, 56.78, 0.08912, 0].map(rounded)).toEqual([10100, 1235, 56.8, 0.0891, 0]);
  });
});
