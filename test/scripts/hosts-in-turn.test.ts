import {describe, expect, it} from '@jest/globals';
import {breadthOfRun, hostsInTurn} from '../support/hosts-in-turn.js';

const kinds = {plugins: ['own', 'sandbox'], services: ['SQLite', 'PostgreSQL']};
const features = [
  'Webhooks',
  'Who may start',
  'Commands',
  'The page to join',
  'A start at Zoom’s limits',
  'Settings',
  'O-01 to O-04',
  'Raw',
  'Invitations',
  'People in a meeting',
];

describe('The hosts of a feature', () => {
  it('are all of them where a suite is asked for by name', () => {
    expect(hostsInTurn(kinds, 'Webhooks', breadthOfRun('every'))).toEqual([
      'own',
      'sandbox',
      'SQLite',
      'PostgreSQL',
    ]);
  });

  it("are Mattermost's own and a service in CI, where either store has its turn", () => {
    const taken = features.map((feature) => hostsInTurn(kinds, feature, breadthOfRun('each-kind')));
    expect(new Set(taken.map(([plugin]) => plugin))).toEqual(new Set(['own']));
    expect(new Set(taken.map(([, store]) => store))).toEqual(new Set(kinds.services));
    expect(taken.every((hosts) => hosts.length === 2)).toBe(true);
  });

  it('are one in a plain run, each in turn, and the same ones in each run', () => {
    const take = (): string[] =>
      features.flatMap((feature) => hostsInTurn(kinds, feature, breadthOfRun('one')));
    expect(take()).toHaveLength(features.length);
    expect(new Set(take())).toEqual(new Set(['own', 'SQLite', 'PostgreSQL']));
    expect(take()).toEqual(take());
  });

  it.each([
    ['plugins', {plugins: ['own'], services: []}, ['own']],
    ['services', {plugins: [], services: ['SQLite']}, ['SQLite']],
    ['nothing', {plugins: [], services: []}, []],
  ])('are what there is where only %s can do it', (_, some, hosts) => {
    expect(hostsInTurn(some, 'Webhooks', 'one')).toEqual(hosts);
    expect(hostsInTurn(some, 'Webhooks', 'each-kind')).toEqual(hosts);
  });

  it('are not guessed from a word that nobody knows', () => {
    expect(() => breadthOfRun('all')).toThrow('ZOOM_TEST_HOSTS=all: it is one of every, each-kind, one');
  });
});
