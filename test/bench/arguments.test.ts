import {describe, expect, it} from '@jest/globals';
import {readArguments} from '../../bench/read-arguments.js';

const ANY = {kind: 'run', seed: undefined, meetings: undefined, from: undefined, minutes: undefined};
const read = (...argv: string[]) => readArguments(argv, ['hooks', 'start', 'ended']);

describe('The arguments of npm run bench', () => {
  it('name no benchmark when all are meant', () => {
    expect(read()).toEqual({...ANY, names: ['hooks', 'start', 'ended'], json: false});
  });

  it('name the benchmarks to run, each run once and in the usual order, and how to print', () => {
    expect(read('ended', '--json', 'start', 'ended')).toEqual({
      ...ANY,
      names: ['start', 'ended'],
      json: true,
    });
  });

  it('may hold a seed, for what is left to chance', () => {
    expect(read('start', '--seed', '7')).toMatchObject({names: ['start'], seed: 7});
    for (const seed of ['0', '-1', '1.5', 'x', '']) {
      expect(read('--seed', seed)).toMatchObject({kind: 'mistake'});
    }
  });

  it('may hold how many meetings are interrupted, and where a run goes on', () => {
    expect(read('start', '--meetings', '500', '--from', '0')).toMatchObject({meetings: 500, from: 0});
    expect(read('--from')).toEqual({
      kind: 'mistake',
      sentence: 'Behind --from belongs a whole number from 0 to 2147483647.',
    });
    expect(read('--meetings', '0')).toMatchObject({kind: 'mistake'});
  });

  it('may hold how much of an hour is measured, and no more than that', () => {
    expect(read('start', '--minutes', '15')).toMatchObject({minutes: 15});
    expect(read('--minutes', '61')).toEqual({
      kind: 'mistake',
      sentence: 'Behind --minutes belongs a whole number from 1 to 60.',
    });
  });

  it('that name no benchmark get a sentence with the names there are', () => {
    expect(read('hook')).toEqual({
      kind: 'mistake',
      sentence: 'There is no benchmark "hook", only hooks, start, and ended.',
    });
  });

  it('that hold an unknown option get a sentence that names it', () => {
    expect(read('start', '--jsn')).toEqual({
      kind: 'mistake',
      sentence: 'There is no option "--jsn", only --json, --seed, --meetings, --from, and --minutes.',
    });
  });
});
