/** Places of the suites that start processes and browsers, or try many cases: those that take longest first. */
const SLOW = [
  'test/wire/go-host-built-plugin',
  'test/browser/contrast',
  'test/browser/page-rules',
  'test/feature/nodes',
  'test/feature/',
  'test/attack/',
  'test/browser/',
  'test/wire/',
  'test/sandbox/terminal/',
  'test/hosts/',
  'test/contract/engines/',
  'test/property/',
  'test/unit/outbound/',
];

const rank = (path) => {
  const index = SLOW.findIndex((place) => path.includes(place));
  return index === -1 ? SLOW.length : index;
};

/** Begins with what takes long, so that the many short suites fill both workers to the end. */
export default class SlowFirst {
  sort(tests) {
    return [...tests].sort((one, other) => rank(one.path) - rank(other.path));
  }

  allFailedTests(tests) {
    return tests;
  }

  cacheResults() {}
}
