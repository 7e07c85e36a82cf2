import {describe, expect, it} from '@jest/globals';
import {partsOf} from '../../scripts/test/parts.js';

/** How often a suite at this path would run. */
const timesRun = (path: string, asked: readonly string[], isCi: boolean): number =>
  partsOf(asked, {isCi}).filter(({args = [], suites}) =>
    suites === undefined ? args.every((arg) => new RegExp(arg).test(path)) : suites(path),
  ).length;

describe('npm test', () => {
  it.each([
    '/test/unit/lib/deadline.test.ts',
    '/test/feature/load.test.ts',
    '/test/feature/webhooks.test.ts',
    '/test/wire/go-host-built-plugin.test.ts',
    '/test/browser/admin.test.ts',
  ])('runs %s once, in CI too', (path) => {
    expect([timesRun(path, [], false), timesRun(path, [], true)]).toEqual([1, 1]);
  });

  it('runs what it is asked for and nothing else, in CI too', () => {
    const asked = ['test/feature/webhooks'];
    expect(timesRun('/test/feature/webhooks.test.ts', asked, true)).toBe(1);
    expect(timesRun('/test/feature/admin.test.ts', asked, true)).toBe(0);
  });

  it('loads suites in packs where nobody asks for something in particular', () => {
    const isPacked = (asked: readonly string[], isCi: boolean): boolean =>
      partsOf(asked, {isCi}).every(({suites}) => suites !== undefined);
    expect([isPacked([], false), isPacked([], true), isPacked(['--quick'], false)]).toEqual([
      true,
      true,
      true,
    ]);
    expect([isPacked(['test/unit'], false), isPacked(['--quick', '-t', 'W-02'], false)]).toEqual([
      false,
      false,
    ]);
  });

  it('tries every case where CI asks, or somebody who names a suite', () => {
    const isThorough = (asked: readonly string[], isCi: boolean): boolean =>
      partsOf(asked, {isCi}).every(({env}) => env?.['ZOOM_TEST_THOROUGH'] !== 'no');
    expect([isThorough([], true), isThorough(['test/feature/load'], false)]).toEqual([true, true]);
    expect([isThorough([], false), isThorough(['--quick'], false)]).toEqual([false, false]);
  });

  it('tries a feature on each kind of host in CI, on one in a plain run, and on all where a suite is named', () => {
    const hostsOf = (asked: readonly string[], isCi: boolean): readonly (string | undefined)[] =>
      partsOf(asked, {isCi}).map(({env}) => env?.['ZOOM_TEST_HOSTS']);
    expect(hostsOf([], true)).toEqual(['each-kind', 'each-kind']);
    expect(hostsOf([], false)).toEqual(['one']);
    expect(hostsOf(['test/feature/load'], true)).toEqual([undefined]);
  });

  it('keeps pictures of pages where somebody names a suite', () => {
    const keepsPictures = (asked: readonly string[], isCi: boolean): boolean =>
      partsOf(asked, {isCi}).every(({env}) => env?.['ZOOM_TEST_PICTURES'] !== 'no');
    expect(keepsPictures(['test/browser/admin'], false)).toBe(true);
    expect([keepsPictures([], true), keepsPictures([], false)]).toEqual([false, false]);
  });

  it('runs with --quick what starts no process', () => {
    const isQuick = (path: string): boolean => timesRun(path, ['--quick'], false) === 1;
    expect(
      [
        '/test/unit/lib/deadline.test.ts',
        '/test/property/card-text.test.ts',
        '/test/architecture/files.test.ts',
        '/test/docs/documents.test.ts',
        '/test/contract/engines/memory.test.ts',
      ].filter((path) => !isQuick(path)),
    ).toEqual([]);
    expect(
      [
        '/test/contract/engines/postgres.test.ts',
        '/test/feature/admin.test.ts',
        '/test/browser/admin.test.ts',
      ].filter(isQuick),
    ).toEqual([]);
  });
});
