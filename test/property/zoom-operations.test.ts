import {describe, expect, it} from '@jest/globals';
import fc from 'fast-check';
import {hasCode} from '../../server/core/ports/port-error.js';
import type {Operation} from '../../server/core/ports/zoom/operation.js';
import {endpointOf} from '../../server/core/ports/zoom/operation-endpoint.js';
import {operations} from '../../server/core/ports/zoom/operations.js';
import {cutWindow} from '../../server/core/ports/zoom/time-window.js';
import {encodePath} from '../../server/outbound/zoom/encode-path.js';

const day = fc
  .date({min: new Date('2000-01-01'), max: new Date('2099-06-30'), noInvalidDate: true})
  .map((date) => date.toISOString().slice(0, 10));
const months = fc.integer({min: 1, max: 6});
const wholeMonths = (from: string, to: string): number =>
  (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 +
  Number(to.slice(5, 7)) -
  Number(from.slice(5, 7));

describe('A window of days', () => {
  it('begins where it was meant to, ends no later than that, and is never longer than Zoom allows', () => {
    fc.assert(
      fc.property(day, day, months, (from, to, most) => {
        const cut = cutWindow({from, to}, most);
        if (to < from) return cut === undefined;
        const end = cut?.to ?? '';
        const length = wholeMonths(from, end);
        const isWithin = length < most || (length === most && end.slice(8) <= from.slice(8));
        return cut?.from === from && end >= from && end <= to && isWithin;
      }),
    );
  });

  it('that was cut is not cut again, and one that fits stays as it is', () => {
    fc.assert(
      fc.property(day, day, months, (from, to, most) => {
        const cut = cutWindow({from, to}, most);
        if (cut === undefined) return;
        expect(cutWindow(cut, most)).toEqual(cut);
        expect(cutWindow({from, to}, 1200)).toEqual({from, to});
      }),
    );
  });

  it('of which one end is named holds that end, and as much as Zoom allows', () => {
    fc.assert(
      fc.property(day, months, (named, most) => {
        expect(cutWindow({from: named}, most)).toEqual(cutWindow({from: named, to: '2200-01-01'}, most));
        const {from = '', to} = cutWindow({to: named}, most) ?? {};
        expect(to).toBe(named);
        expect(wholeMonths(from, named)).toBe(most);
      }),
    );
    expect(cutWindow({}, 1)).toEqual({});
    expect(cutWindow({from: '2024-01-31'}, 1)).toEqual({from: '2024-01-31', to: '2024-02-29'});
    expect(cutWindow({to: '2026-03-31'}, 1)).toEqual({from: '2026-02-28', to: '2026-03-31'});
  });
});

const parts = fc.constantFrom(
  '..',
  '.',
  '/',
  '\\',
  '%2e%2e',
  '%2F',
  '?',
  '#',
  'me',
  '@',
  '\ud800',
  ' ',
  '\0',
  'a',
  '9',
);
const anything = fc.oneof(
  fc.array(parts, {maxLength: 12}).map((some) => some.join('')),
  fc.string({unit: 'binary', maxLength: 300}),
  fc.integer({min: 0, max: 2 ** 53 - 1}).map(String),
  fc.constantFrom('ana+zoom@example.org', '/abc//d==', '+/=aBcDeFgHiJkLmNoPqRs=='),
);

/** The path that would be asked for; `undefined`: nothing is. */
function pathFor(operation: Operation, value: string): string | undefined {
  const input = Object.fromEntries(Object.keys(operation.params.shape).map((name) => [name, value]));
  try {
    return encodePath(endpointOf(operation).path(input, 'subject'));
  } catch (error) {
    expect(hasCode(error, 'zoom-trouble') && error.details.problem.kind).toBe('invalid');
    return undefined;
  }
}

describe.each(Object.entries<Operation>(operations))('The path of %s', (_name, operation) => {
  const names = operation.path.split('/');

  it('O-22 is always its own: no id leads to another one, whatever is in it', () => {
    fc.assert(
      fc.property(anything, (value) => {
        const path = pathFor(operation, value);
        if (path === undefined) return;
        const {pathname, search, hash, host} = new URL(`https://api.example.org/v2${path}`);
        expect([pathname, search, hash, host]).toEqual([`/v2${path}`, '', '', 'api.example.org']);
        const segments = path.split('/');
        expect(segments).toHaveLength(names.length);
        names.forEach((name, index) => {
          if (!name.startsWith('{')) expect(segments[index]).toBe(name);
          else expect(segments[index]).toMatch(/^([\w.~!*'()-]|%[\dA-F]{2})+$/);
        });
        // A gateway may decode once more than it should.
        expect(decodeURIComponent(path).split(/[/\\]/)).not.toContain('..');
      }),
    );
  });
});
