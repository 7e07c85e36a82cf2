import {describe, expect, it} from '@jest/globals';
import {BECAUSE_KEPT_MS} from '../../../../contract/admin.js';
import {
  FORMER_MS,
  formerOf,
  type Rotation,
  settleRotation,
} from '../../../../server/core/domain/secret-rotation.js';

const NOW = 1_795_442_400_000;
const answer = {from: 'a', to: 'b', until: NOW + BECAUSE_KEPT_MS};
const former = {from: 'a', to: 'b', until: NOW + FORMER_MS};

describe('a secret that is replaced', () => {
  it('stays good for 24 hours when an administrator said so before', () => {
    expect(settleRotation({answer}, 'b', NOW)).toEqual({former});
    expect(formerOf({former}, 'b', NOW + FORMER_MS - 1)).toBe(former);
    expect(formerOf({former}, 'b', NOW + FORMER_MS)).toBeUndefined();
  });

  it('keeps its end when the settings are read again', () => {
    expect(settleRotation({former}, 'b', NOW + 1_000)).toEqual({former});
    expect(settleRotation({former}, 'b', NOW + FORMER_MS)).toEqual({});
  });

  it.each<[reason: string, rotation: Rotation, present: string | undefined]>([
    ['nobody said that it may stay', {}, 'b'],
    ['the answer is for another secret', {answer}, 'c'],
    ['the answer came more than an hour ago', {answer: {...answer, until: NOW}}, 'b'],
    ['a further one takes its place', {former}, 'c'],
    ['it comes back itself', {former}, 'a'],
    ['the setting is cleared', {former, answer}, undefined],
    ['a clock that was wrong wrote its end', {former: {...former, until: NOW + FORMER_MS + 1}}, 'b'],
  ])('ends at once when %s', (_reason, rotation, present) => {
    expect(settleRotation(rotation, present, NOW)).toEqual({});
  });

  it('waits for the change that was announced, and is then the only former one', () => {
    const older = {from: 'z', to: 'a', until: NOW + 1_000};
    expect(settleRotation({answer, former: older}, 'a', NOW)).toEqual({answer, former: older});
    expect(settleRotation({answer, former: older}, 'b', NOW)).toEqual({former});
  });
});
