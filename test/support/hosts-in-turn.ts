/**
 * On how many hosts a run tries a feature. `every`: where suites are asked for by name. `each-kind`: one that runs
 * plugins and a service, in CI. `one`: a plain `npm test`, which is done while one waits for it.
 */
export const BREADTHS = ['every', 'each-kind', 'one'] as const;
export type Breadth = (typeof BREADTHS)[number];

export function breadthOfRun(asked = process.env['ZOOM_TEST_HOSTS'] ?? 'every'): Breadth {
  const breadth = BREADTHS.find((known) => known === asked);
  if (breadth === undefined) throw new Error(`ZOOM_TEST_HOSTS=${asked}: it is one of ${BREADTHS.join(', ')}`);
  return breadth;
}

/**
 * The hosts that take a feature. Features take turns with those that are alike, always the same ones, so that each
 * host meets its share of them in every run: that the stores are alike is proved by test/contract/engines, that the two
 * hosts of plugins are by test/wire.
 *
 * @param hosts - by their kinds, the most important of each first
 * @param feature - its name decides whose turn it is
 * @param breadth - `each-kind` takes the first plugin host that is given, and one of the services
 */
export function hostsInTurn<Host>(
  {plugins, services}: {plugins: readonly Host[]; services: readonly Host[]},
  feature: string,
  breadth: Breadth,
): readonly Host[] {
  if (breadth === 'every') return [...plugins, ...services];
  const turn = [...feature].reduce((sum, character) => sum + (character.codePointAt(0) ?? 0), 0);
  const kinds = [plugins[0], services[turn % services.length]].filter((host) => host !== undefined);
  if (breadth === 'each-kind') return kinds;
  // By another part of the number than the one that has chosen the service, so that either store gets its share.
  return kinds.slice((turn >> 1) % kinds.length).slice(0, 1);
}
