import type {Outcome} from './change-file.js';
import type {GuardedFile} from './guarded-files.js';

type Figures = Pick<Outcome, 'changes' | 'noticed'>;

const INTRODUCTION = `# What tests notice

Some files guard secrets: they decide who is believed, and who may open what is stored. \`npm run mutate\` changes them a
little at a time (a condition turned round, a line left out, another text) and runs their tests after each change. A
change after which all of them pass went unnoticed: it is something that no test proves. Changes after which the file
cannot be loaded at all do not count. \`npm run mutate -- key-ring\` does it for the files with this word in their path;
which files there are, and with which tests, is in \`scripts/mutate/guarded-files.ts\`.

\`npm run mutate\` writes this page. It is no part of \`npm test\` or of CI, because a file takes a minute or more.
`;

const ROW = /^\| `(?<path>[^`]+)` \| (?<changes>\d+) \| (?<noticed>\d+) \|/gm;

/** The page with what was found now, and beside it what was found before of the other files. */
export function mutationPage(
  former: string,
  files: readonly GuardedFile[],
  found: ReadonlyMap<string, Figures>,
): string {
  const known = new Map([...figuresIn(former), ...found]);
  const measured = files.flatMap((file) => {
    const figures = known.get(file.path);
    return figures === undefined ? [] : [{...file, ...figures}];
  });
  const rows = measured.map((file) => `| \`${file.path}\` ${cellsOf(file)}`);
  const rests = measured.flatMap(({path, rest}) => (rest === undefined ? [] : [`- \`${path}\`: ${rest}\n`]));
  return [
    `${INTRODUCTION}\n| File | Changes | Noticed | Share |\n| --- | --- | --- | --- |\n`,
    ...rows,
    `| all ${cellsOf({changes: sum(measured, 'changes'), noticed: sum(measured, 'noticed')})}`,
    ...(rests.length === 0 ? [] : ['\nWhat is left, and why no test can notice it:\n\n', ...rests]),
  ].join('');
}

/** By the path of the file. */
export const figuresIn = (page: string): ReadonlyMap<string, Figures> =>
  new Map(
    [...page.matchAll(ROW)].map(({groups = {}}) => [
      groups['path'] ?? '',
      {changes: Number(groups['changes']), noticed: Number(groups['noticed'])},
    ]),
  );

const sum = (all: readonly Figures[], name: keyof Figures): number =>
  all.reduce((total, figures) => total + figures[name], 0);

/** Rounded down: only all is 100 %. */
function cellsOf({changes, noticed}: Figures): string {
  const share = changes === 0 ? 100 : Math.floor((1000 * noticed) / changes) / 10;
  return `| ${changes} | ${noticed} | ${share.toFixed(1)} % |\n`;
}
