import {describe, expect, it} from '@jest/globals';
import {firstNameOf, toldName} from '../../../../server/core/domain/people/told-name.js';

describe('The name by which somebody goes in Zoom', () => {
  it.each([
    ['Zoe Smith', 'Zoe Smith'],
    ['  Zoe\u202e\n Smith ', 'Zoe Smith'],
    ['山田太郎', '山田太郎'],
    ['Malcolm X', 'Malcolm X'],
    ['Room 12', 'Room 12'],
    ['2 Fast 4 You', '2 Fast 4 You'],
    ['🎉', '🎉'],
    ['*M@x* @all', '*M@x* @all'],
    ['', ''],
    ['\u200b', ''],
  ])('%j is kept as %j', (typed, name) => {
    expect(toldName(typed)).toEqual({name});
  });

  it.each([
    ['zoe@example.org', ''],
    ['\u200d zoe@example.org', ''],
    ['Zoe <zoe@example.org>', 'Zoe'],
    ['zoe＠example.org Zoe', 'Zoe'],
    ['zoe﹫example.org Zoe', 'Zoe'],
    ['Zoe 555—1234', 'Zoe'],
    ['Zoe (+49 170 1234567)', 'Zoe'],
    ['Zoe tel:+491701234567', 'Zoe'],
    ['Zoe 192.168.17.4', 'Zoe'],
  ])('%j is kept without addresses and telephone numbers, as %j', (typed, name) => {
    expect(toldName(typed)).toEqual({name});
  });

  it.each([
    '+4917012345678',
    '+49 170 1234567',
    '(030) 123-4567',
    '49*****123',
    'xxx-xxx-1234',
    '1415•••••23',
    '٠١٢٣٤٥٦٧',
    '(555) 123\u20114567',
    '555_123_4567',
    '555·123·4567',
    '~0170~1234567',
    '☎0170 1234567',
    'Zoe☎555–123–4567',
    '1️⃣7️⃣0️⃣1️⃣2️⃣3️⃣4️⃣',
    'Call-In User_1',
    'call-in user 3',
  ])('%j is a caller', (typed) => {
    expect(toldName(typed)).toEqual({name: '', isCaller: true});
  });

  it('is kept in a reasonable length, cut between characters', () => {
    expect(toldName('👩‍👩‍👧'.repeat(50)).name).toMatch(/^(👩‍👩‍👧){7}…$/u);
  });
});

describe('The first name of a guest', () => {
  it.each([
    ['Zoe Smith', 'Zoe'],
    ['Smith, Zoe', 'Smith'],
    ['Zoe', 'Zoe'],
    ['', ''],
    // A joiner is seen where it joins something.
    ['\u200d;', ''],
  ])('of %j is %j', (name, first) => {
    expect(firstNameOf(name)).toBe(first);
  });
});
