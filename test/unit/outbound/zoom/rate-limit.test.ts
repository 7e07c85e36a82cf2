import {describe, expect, it} from '@jest/globals';
import fc from 'fast-check';
import type {ZoomProblem} from '../../../../server/core/domain/zoom-problem.js';
import {readRateLimit, readRetryTime} from '../../../../server/outbound/zoom/rate-limit.js';
import {waitBeforeRepeat} from '../../../../server/outbound/zoom/repeat.js';
import {START as NOW} from './zoom-under-test.js';

describe('When to ask again', () => {
  it.each([
    ['seconds', {'retry-after': '3'}, NOW + 3000],
    ['an ISO date', {'retry-after': '2026-11-23T14:00:30Z'}, NOW + 30_000],
    ['a date of HTTP', {'retry-after': 'Mon, 23 Nov 2026 14:01:00 GMT'}, NOW + 60_000],
    ['the reset in seconds', {'x-ratelimit-reset': String(NOW / 1000 + 2)}, NOW + 2000],
    ['the reset in milliseconds', {'x-ratelimit-reset': String(NOW + 1500)}, NOW + 1500],
    [
      'garbage beside a reset',
      {'retry-after': 'soon', 'x-ratelimit-reset': String(NOW / 1000 + 2)},
      NOW + 2000,
    ],
    ['garbage', {'retry-after': 'soon'}, undefined],
    ['nothing', {}, undefined],
    ['an empty text', {'retry-after': ''}, undefined],
    ['zero', {'retry-after': '0'}, undefined],
    ['a negative number', {'retry-after': '-5'}, undefined],
    ['a time that is past', {'retry-after': '2020-01-01T00:00:00Z'}, undefined],
    ['the year 9999', {'retry-after': '9999-12-31T23:59:59Z'}, undefined],
    ['a billion seconds', {'retry-after': '999999999'}, undefined],
    ['more digits than a number has', {'retry-after': '9'.repeat(400)}, undefined],
  ])('is read from %s', (_what, headers, expected) => {
    expect(readRetryTime(headers as Record<string, string>, NOW)).toBe(expected);
  });

  it('is always a moment of the coming day, whatever the headers hold', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (after, reset) => {
        const time = readRetryTime({'retry-after': after, 'x-ratelimit-reset': reset}, NOW);
        expect(time === undefined || (time > NOW && time <= NOW + 86_400_000)).toBe(true);
      }),
    );
  });
});

describe('A limit per day', () => {
  it.each([
    ['the type in the header', {'x-ratelimit-type': 'Daily-limit'}, ''],
    [
      'the message',
      {},
      'You have exceeded the daily rate limit (100) of Meeting Create/Update API requests.',
    ],
  ])('is known by %s, and ends at midnight UTC', (_what, headers, message) => {
    const resumesAt = Date.parse('2026-11-24T00:00:00Z');
    expect(readRateLimit(headers, message, NOW)).toEqual({per: 'day', resumesAt});
  });
});

describe('A request is repeated', () => {
  const retryAt = undefined;
  const wait = (problem: ZoomProblem, repeatable: boolean, moment = {}) =>
    waitBeforeRepeat(problem, repeatable, {now: NOW, retryAt, jitter: 0.5, ...moment});

  it.each<[string, ZoomProblem, boolean, number | undefined]>([
    ['no answer to a GET', {kind: 'unreachable'}, true, 400],
    ['no answer to a POST', {kind: 'unreachable'}, false, undefined],
    ['an error of the server to a GET', {kind: 'server-error', status: 503}, true, 400],
    ['an error of the server to a POST', {kind: 'server-error', status: 503}, false, undefined],
    ['the limit per second, a POST', {kind: 'rate-limited', per: 'second', resumesAt: undefined}, false, 400],
    ['the limit per day', {kind: 'rate-limited', per: 'day', resumesAt: NOW + 1000}, true, undefined],
    ['no time left', {kind: 'timeout'}, true, undefined],
    ['a refusal', {kind: 'refused', code: 300}, true, undefined],
    ['a blocked address', {kind: 'blocked-address'}, true, undefined],
  ])('after %s', (_what, problem, repeatable, expected) => {
    expect(wait(problem, repeatable)).toBe(expected);
  });

  it('when Zoom asks it to be, unless that is too long', () => {
    expect(wait({kind: 'server-error', status: 503}, true, {retryAt: NOW + 2000})).toBe(2400);
    expect(wait({kind: 'server-error', status: 503}, true, {retryAt: NOW + 2700})).toBeUndefined();
  });

  it('never at once: a pause is at least 200 ms', () => {
    fc.assert(
      fc.property(fc.double({min: 0, max: 1, noNaN: true}), fc.integer(), (jitter, offset) => {
        const pause = wait({kind: 'unreachable'}, true, {jitter, retryAt: NOW + offset});
        expect(pause === undefined || (pause >= 200 && pause <= 3000)).toBe(true);
      }),
    );
  });
});
