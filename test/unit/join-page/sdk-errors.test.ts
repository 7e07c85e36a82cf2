import {describe, expect, it} from '@jest/globals';
import {meaningOf} from '../../../join-page/machine/sdk-errors.js';

const haltsWith = (text: string, ...actions: readonly string[]) => ({kind: 'halt', text, actions});

describe('What the numbers of Zoom’s Meeting SDK mean', () => {
  it.each([
    ['the host is waited for', {kind: 'host'}, [3008]],
    ['Zoom wants an address', {kind: 'ask', field: 'email', text: 'emailNeeded'}, [3005]],
    ['Zoom does not take the name', {kind: 'ask', field: 'name', text: 'nameRefused'}, [4003]],
    ['the host has another meeting', haltsWith('hostElsewhere', 'retry', 'zoom'), [3000]],
    ['there is no such meeting, or no more', haltsWith('over'), [3001, 3610, 3706, 3707, 3714, 4004, 13_208]],
    ['people register first', haltsWith('registration', 'zoom'), [3032, 3099]],
    ['Zoom knows who they are', haltsWith('zoomSignIn', 'zoom'), [3034, 3082, 3100, 3116]],
    [
      'another account has it',
      haltsWith('elsewhere', 'zoom'),
      [4011, 4012, 4013, 4014, 4015, 4017, 4018, 4019],
    ],
    ['the app alone gets them in', haltsWith('appOnly', 'zoom'), [3135, 3620, 4007, 6603]],
    ['no browser gets in', haltsWith('notInBrowsers', 'zoom'), [3603, 3608, 3611]],
    ['this browser does not get in', haltsWith('tooOld', 'zoom'), [3]],
    ['they try too often', haltsWith('tooMany', 'retry', 'zoom'), [3633, 3634]],
    [
      'Zoom or the network has trouble',
      haltsWith('zoomTrouble', 'retry', 'zoom'),
      [403, 3621, 3622, 4001, 4009],
    ],
    ['files did not come', haltsWith('sdkMissing', 'retry', 'zoom'), [3635]],
    ['they are in already', haltsWith('alreadyIn', 'retry'), [4008]],
    ['the session has ended', haltsWith('sessionExpired', 'retry'), [3705]],
    ['the SDK is too old', haltsWith('sdkOutdated', 'zoom'), [3604, 10_000]],
    [
      'the app is not set up right',
      haltsWith('misconfigured', 'zoom'),
      [3623, 3704, 3709, 3710, 3711, 3713, 3715],
    ],
    ['nobody knows', haltsWith('failed', 'retry', 'zoom'), [1, 2, 99_999]],
  ])('%s', (_what, meaning, codes) => {
    for (const code of codes) expect([code, meaningOf(code)]).toEqual([code, meaning]);
  });
});
