export type Arguments<Name extends string> =
  | {
      kind: 'run';
      names: readonly Name[];
      json: boolean;
      /** `undefined`: any. */
      seed: number | undefined;
    }
  /** A mistake, as one sentence. */
  | {kind: 'mistake'; sentence: string};

/** Reads what follows `npm run bench --`: names of benchmarks (none: all), `--json` and `--seed NUMBER`. */
export function readArguments<Name extends string>(
  argv: readonly string[],
  known: readonly Name[],
): Arguments<Name> {
  const at = argv.indexOf('--seed');
  const seed = at < 0 ? undefined : Number(argv[at + 1]);
  if (seed !== undefined && !(Number.isInteger(seed) && seed > 0 && seed < 2 ** 31)) {
    return {kind: 'mistake', sentence: 'Behind --seed belongs a whole number from 1 to 2147483647.'};
  }
  const words = argv.filter((word, index) => word !== '--json' && (at < 0 || index < at || index > at + 1));
  const strange = words.find((word) => !known.some((name) => name === word));
  if (strange?.startsWith('-')) {
    return {kind: 'mistake', sentence: `There is no option "${strange}", only --json and --seed.`};
  }
  if (strange !== undefined) {
    const list = new Intl.ListFormat('en', {type: 'conjunction'}).format(known);
    return {kind: 'mistake', sentence: `There is no benchmark "${strange}", only ${list}.`};
  }
  const named = known.filter((name) => words.includes(name));
  return {kind: 'run', names: named.length > 0 ? named : known, json: argv.includes('--json'), seed};
}
