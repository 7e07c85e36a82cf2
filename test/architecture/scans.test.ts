import {describe, expect, it} from '@jest/globals';
import {sourceFiles} from './source-files.js';

/** Where the list of all keys is named: by the host that has one, and down to the one sweep. */
const MAY_LIST = [
  'server/compose/features.ts',
  'server/compose/take-over.ts',
  'server/core/ports/host.ts',
  'server/hosts/native/host.ts',
  'server/hosts/standalone/host.ts',
  'server/outbound/store/official/sweep.ts',
];
const namers = (word: RegExp): string[] =>
  sourceFiles('server')
    .filter(({path, text}) => !path.startsWith('server/protocol/') && word.test(text))
    .map(({path}) => path)
    .sort();

describe('A look at all keys of the store', () => {
  it('is had from Mattermost in one place', () => {
    expect(namers(/\bKVList\b/)).toEqual(['server/hosts/native/key-value.ts']);
  });

  it('is taken by the sweep of what the official plugin left, and by nothing else', () => {
    expect(namers(/\blistKeys\b/)).toEqual(MAY_LIST);
  });
});
