import {describe, expect, it} from '@jest/globals';
import {judgeSigningClock} from '../../../../server/core/domain/judge-clock.js';
import {setupCheck} from '../../../../server/core/domain/setup-check.js';

const MINUTE = 60_000;
const opens = setupCheck('join_page', 'joinPage.opens');

describe('what the clock makes of the join page', () => {
  it.each([undefined, 0, 60 * MINUTE, -60 * MINUTE])('is nothing where it is off by %p ms', (ahead) => {
    expect(judgeSigningClock(opens, ahead)).toBe(opens);
  });

  it.each([
    [60 * MINUTE + 1, {minutes: 60, side: 'behind'}],
    [-90 * MINUTE, {minutes: 90, side: 'ahead'}],
  ])('is that nobody gets in where Zoom’s is %i ms ahead', (ahead, values) => {
    const notes = [{kind: 'joinPageBelow', values: {}}] as const;
    expect(judgeSigningClock({...opens, notes}, ahead)).toMatchObject({
      ...{id: 'join_page', finding: 'joinPage.clock', state: 'wrong', values, notes},
    });
  });

  it('comes after what else keeps people out', () => {
    const wrong = setupCheck('join_page', 'joinPage.otherAnswer', {status: 404});
    expect(judgeSigningClock(wrong, 90 * MINUTE)).toBe(wrong);
  });
});
