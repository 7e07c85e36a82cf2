/** Those that take longest, whatever they do in that time. */
export const LONGEST = [
  'test/wire/go-host-built-plugin',
  'test/feature/lost-webhooks',
  'test/sandbox/terminal/main',
  'test/browser/every-component',
  'test/feature/nodes',
  'test/feature/people',
  'test/browser/connect.test',
  'test/feature/mattermost-faults',
  'test/feature/interruptions',
];

/** Suites that keep a core busy: pages that are drawn, and many cases. */
const BUSY = ['test/browser/', 'test/property/'];

/** Suites of processes, which mostly wait: for a start, for a deadline, for what comes every few seconds. */
const WAITING = [
  'test/feature/',
  'test/attack/',
  'test/wire/',
  'test/sandbox/terminal/',
  'test/hosts/',
  'test/contract/engines/',
  'test/bench/',
  'test/docs/',
];

const rank = (places, {path}) => {
  const index = places.findIndex((place) => path.includes(place));
  return index === -1 ? places.length : index;
};

/** In the order of the places, and what is in none of them. */
const split = (tests, places) => {
  const inPlaces = tests.filter((test) => rank(places, test) < places.length);
  return [
    inPlaces.sort((one, other) => rank(places, one) - rank(places, other)),
    tests.filter((test) => !inPlaces.includes(test)),
  ];
};

/** All of them, so that at any time as much of the one is done as of the other. */
const mix = (...lists) =>
  lists
    .flatMap((list) => list.map((test, index) => ({test, at: (index + 0.5) / list.length})))
    .sort((one, other) => one.at - other.at)
    .map(({test}) => test);

/**
 * Begins with what takes long, so that the many short suites fill all workers to the end, and lets suites that wait go
 * beside suites that keep a core busy.
 */
export default class SlowFirst {
  sort(tests) {
    const [longest, others] = split([...tests], LONGEST);
    const [busy, quieter] = split(others, BUSY);
    const [waiting, short] = split(quieter, WAITING);
    return [...longest, ...mix(busy, waiting), ...short];
  }

  allFailedTests(tests) {
    return tests;
  }

  cacheResults() {}
}
