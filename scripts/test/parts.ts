/** One run of jest. */
export interface Part {
  /** Added to jest's command line, which then says which suites run; they are loaded one by one. */
  readonly args?: readonly string[];
  /** The suites that run, in packs, by a path that begins with `/test/`. */
  readonly suites?: (path: string) => boolean;
  /** How many suites run side by side. */
  readonly workers: number;
  /** Added to the environment. */
  readonly env?: Readonly<Record<string, string>>;
}

/** What needs no other process, as a pattern of paths: rules, texts, documents, the shape of the code. */
const QUICK = /\/test\/((unit|property|architecture|docs)\/|contract\/(modes\/|memory|engines\/memory))/;

/**
 * Suites that start a plugin again and again while a server waits 3 s for it. In a full run, they have a core each, and
 * nothing else runs beside them.
 */
const A_CORE_EACH = /\/test\/(wire\/go-host-built|bundle\/start)/;

/** On two cores: half of the suites that take long wait most of their time. */
const SIDE_BY_SIDE = 4;

/** Nobody looks at the pictures of a full run: test/support/keeps-pictures.ts. */
const NO_PICTURES = {ZOOM_TEST_PICTURES: 'no'};

/** A part of the cases, and one host for a feature, where nobody asks for more: thorough, hosts-in-turn. */
const A_PART = {ZOOM_TEST_THOROUGH: 'no', ZOOM_TEST_HOSTS: 'one', ...NO_PICTURES};

/** All cases, on one host of each kind. */
const ALL_CASES = {ZOOM_TEST_HOSTS: 'each-kind', ...NO_PICTURES};

/**
 * What jest is asked for, one run after the other.
 *
 * @param asked - what was typed behind `npm test --`; `--quick`: what is done in less than a minute
 */
export const partsOf = (asked: readonly string[], {isCi}: {isCi: boolean}): readonly Part[] => {
  const others = asked.filter((word) => word !== '--quick');
  const isQuick = others.length < asked.length;
  // Who asks for something in particular is told about its files, not about packs.
  if (others.length > 0) {
    return isQuick
      ? [{args: [QUICK.source, ...others], workers: 2, env: A_PART}]
      : [{args: others, workers: 2}];
  }
  if (isQuick) return [{suites: (path) => QUICK.test(path), workers: 2, env: A_PART}];
  if (!isCi) return [{suites: () => true, workers: SIDE_BY_SIDE, env: A_PART}];
  return [
    {suites: (path) => A_CORE_EACH.test(path), workers: 2, env: ALL_CASES},
    {suites: (path) => !A_CORE_EACH.test(path), workers: SIDE_BY_SIDE, env: ALL_CASES},
  ];
};
