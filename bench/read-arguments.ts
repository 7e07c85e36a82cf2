export type Arguments<Name extends string> =
  | {
      kind: 'run';
      names: readonly Name[];
      json: boolean;
      /** Of what is left to chance; `undefined`: any. */
      seed: number | undefined;
      /** How many meetings are interrupted by kills, and how many of them were so in runs before this one. */
      meetings: number | undefined;
      from: number | undefined;
      /** How much of an hour is measured. */
      minutes: number | undefined;
    }
  /** A mistake, as one sentence. */
  | {kind: 'mistake'; sentence: string};

const LIMIT = 2 ** 31 - 1;
/** By their words: the least and the most that they may be. */
const NUMBERS = {
  '--seed': [1, LIMIT],
  '--meetings': [1, LIMIT],
  '--from': [0, LIMIT],
  '--minutes': [1, 60],
} as const;
type NumberName = keyof typeof NUMBERS;

/**
 * Reads what follows `npm run bench --`: names of benchmarks (none: all), `--json`, and `--seed`, `--meetings`,
 * `--from` and `--minutes`, each with a number.
 */
export function readArguments<Name extends string>(
  argv: readonly string[],
  known: readonly Name[],
): Arguments<Name> {
  const numbers = new Map<string, number>();
  const words: string[] = [];
  for (let at = 0; at < argv.length; at += 1) {
    const word = argv[at] ?? '';
    if (!isNumberName(word)) {
      if (word !== '--json') words.push(word);
      continue;
    }
    const number = Number(argv[(at += 1)] || NaN);
    const [least, most] = NUMBERS[word];
    if (!Number.isInteger(number) || number < least || number > most)
      return mistake(`Behind ${word} belongs a whole number from ${least} to ${most}.`);
    numbers.set(word, number);
  }
  const strange = words.find((word) => !known.some((name) => name === word));
  if (strange?.startsWith('-')) {
    return mistake(`There is no option "${strange}", only ${list(['--json', ...Object.keys(NUMBERS)])}.`);
  }
  if (strange !== undefined) return mistake(`There is no benchmark "${strange}", only ${list(known)}.`);
  const named = known.filter((name) => words.includes(name));
  return {
    kind: 'run',
    names: named.length > 0 ? named : known,
    json: argv.includes('--json'),
    seed: numbers.get('--seed'),
    meetings: numbers.get('--meetings'),
    from: numbers.get('--from'),
    minutes: numbers.get('--minutes'),
  };
}

const isNumberName = (word: string): word is NumberName => Object.hasOwn(NUMBERS, word);
const list = (words: readonly string[]): string =>
  new Intl.ListFormat('en', {type: 'conjunction'}).format(words);
const mistake = (sentence: string) => ({kind: 'mistake', sentence}) as const;
