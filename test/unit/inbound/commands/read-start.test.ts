import {describe, expect, it} from '@jest/globals';
import fc from 'fast-check';
import {readStart} from '../../../../server/inbound/commands/read-start.js';
import {anyText} from '../../../support/any-text.js';

describe('what was typed behind /zoom start', () => {
  it.each([
    ['', '', undefined],
    ['Weekly', 'Weekly', undefined],
    ['--pmi', '', 'personal'],
    ['--pmi Weekly', 'Weekly', 'personal'],
    ['Weekly --new', 'Weekly', 'unique'],
    ['Weekly planning   --PMI ', 'Weekly planning', 'personal'],
    ['—pmi Weekly', 'Weekly', 'personal'],
    ['--new Weekly --pmi', 'Weekly', 'personal'],
    ['--new --pmi', '', 'personal'],
    ['What --pmi means', 'What --pmi means', undefined],
    ['"--pmi Weekly"', '--pmi Weekly', undefined],
    ['--pminute Weekly', '--pminute Weekly', undefined],
    ['--constructor', '--constructor', undefined],
  ])('%j is a topic, and which meeting ID it is to have', (typed, topic, meetingId) => {
    expect(readStart(typed)).toEqual({topic, meetingId});
  });

  it('S-01 is understood whatever it is', () => {
    fc.assert(
      fc.property(anyText(), (typed) => {
        const {topic, meetingId} = readStart(typed);
        expect([...topic].length).toBeLessThanOrEqual(200);
        expect([undefined, 'unique', 'personal']).toContain(meetingId);
      }),
    );
  });
});
