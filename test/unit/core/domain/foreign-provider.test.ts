import {describe, expect, it} from '@jest/globals';
import {foreignProvider} from '../../../../server/core/domain/foreign-provider.js';

describe('the service of another plugin', () => {
  it.each([
    ['Jitsi', 'Jitsi'],
    ['JITSI', 'Jitsi'],
    ['Microsoft Teams Meetings', 'Microsoft Teams'],
    ['  Microsoft\u00a0Teams ', 'Microsoft Teams'],
    ['Web\u200bex', 'Webex'],
  ])('is known by its letters: %j', (named, known) => {
    expect(foreignProvider(named)).toBe(known);
  });

  it.each([
    '',
    'Zoom',
    'Zo\u200bom',
    'Ζoom',
    'Zооm',
    'Ｊｉｔｓｉ',
    'Jıtsi',
    'Jitsi!',
    'Jitsi (ask Ana)',
    '__proto__',
  ])('is not one that is called %j', (named) => {
    expect(foreignProvider(named)).toBeUndefined();
  });
});
