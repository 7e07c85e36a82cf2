export type Arguments<Name extends string> =
  | {kind: 'run'; names: readonly Name[]; json: boolean}
  /** A mistake, as one sentence. */
  | {kind: 'mistake'; sentence: string};

/** Reads what follows `npm run bench --`: names of benchmarks (none: all) and `--json`. */
export function readArguments<Name extends string>(
  argv: readonly string[],
  known: readonly Name[],
): Arguments<Name> {
  const words = argv.filter((word) => word !== '--json');
  const strange = words.find((word) => !known.some((name) => name === word));
  if (strange?.startsWith('-')) {
    return {kind: 'mistake', sentence: `There is no option "${strange}", only --json.`};
  }
  if (strange !== undefined) {
    const list = new Intl.ListFormat('en', {type: 'conjunction'}).format(known);
    return {kind: 'mistake', sentence: `There is no benchmark "${strange}", only ${list}.`};
  }
  const named = known.filter((name) => words.includes(name));
  return {kind: 'run', names: named.length > 0 ? named : known, json: argv.includes('--json')};
}
