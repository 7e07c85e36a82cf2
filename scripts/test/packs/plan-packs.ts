import {LONGEST} from '../../../test/support/slow-first.mjs';

/** A suite as the plan looks at it. */
export interface Suite {
  /** From the project's root, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/** Suites that are loaded together. */
export interface Pack {
  /** A path without an ending; it begins as those of its suites do, by which `slow-first` gives it its turn. */
  readonly name: string;
  /** The paths of its suites. */
  readonly suites: readonly string[];
}

/** Who is loaded with whom. */
export interface Plan {
  readonly packs: readonly Pack[];
  /** The paths of suites that jest loads one by one. */
  readonly alone: readonly string[];
}

/**
 * How many suites a pack holds at most. Those that are done in a moment save most where many are loaded at once; those
 * that take seconds must spread over all workers. Other folders stay as they are.
 */
const SIZES: readonly (readonly [folder: string, size: number])[] = [
  ['test/unit/', 45],
  ['test/property/', 6],
  ['test/contract/', 4],
  ['test/architecture/', 8],
  ['test/docs/', 10],
  ['test/protocol/', 8],
  ['test/scripts/', 10],
  ['test/wire/gob/', 8],
  ['test/wire/netrpc/', 8],
  ['test/wire/yamux/', 8],
  ['test/sandbox/', 8],
  ['test/hosts/', 5],
  ['test/attack/', 3],
  ['test/feature/', 4],
  ['test/browser/', 4],
];

/** What counts for a whole file in jest: it would skip, or change, the other suites of the pack. */
const OF_A_WHOLE_FILE =
  /\b(it|test|describe)\.only\b|\bjest\.(setTimeout|useFakeTimers|retryTimes|resetModules)\(/;

const staysAlone = ({path, text}: Suite): boolean =>
  LONGEST.some((beginning) => path.startsWith(beginning)) ||
  !SIZES.some(([folder]) => path.startsWith(folder)) ||
  OF_A_WHOLE_FILE.test(text);

/** Cuts a folder's suites into as few packs as their size allows, all about as large. */
function cut(folder: string, suites: readonly string[], size: number): readonly Pack[] {
  const count = Math.ceil(suites.length / size);
  return Array.from({length: count}, (_, index) => ({
    name: `${folder}${index + 1}`,
    suites: suites.slice(
      Math.floor((index * suites.length) / count),
      Math.floor(((index + 1) * suites.length) / count),
    ),
  }));
}

/** Decides which suites are loaded together: neighbours, which need much of the same. */
export function planPacks(suites: readonly Suite[]): Plan {
  const packed = suites.filter((suite) => !staysAlone(suite)).map(({path}) => path);
  return {
    packs: SIZES.flatMap(([folder, size]) =>
      cut(
        folder,
        packed.filter((path) => path.startsWith(folder)),
        size,
      ),
    ),
    alone: suites.filter(staysAlone).map(({path}) => path),
  };
}
