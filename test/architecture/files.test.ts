import {readFileSync} from 'node:fs';
import {basename, join} from 'node:path';
import {describe, expect, it} from '@jest/globals';
import {projectRoot} from '../../scripts/project-root.js';
import {ROWS} from '../../server/outbound/store/rows.js';
import {type SourceFile, sourceFiles} from './source-files.js';

const files = sourceFiles('contract', 'server', 'sandbox', 'webapp', 'join-page', 'scripts', 'bench', 'test');
const named = (wrong: readonly SourceFile[]): string[] => wrong.map(({path}) => path);

/** Folders whose files are rows of a registry, and the files there that are what the rows are made of. */
const REGISTRIES = [
  {
    folder: 'server/inbound/commands',
    registry: 'server/inbound/commands/registry.ts',
    declares: /: Command =>|\): Command\b/,
  },
  {
    folder: 'server/inbound/webhooks',
    registry: 'server/inbound/webhooks/registry.ts',
    declares: /\): WebhookEvent =>/,
  },
  {
    folder: 'server/core/ports/zoom/endpoints',
    registry: 'server/core/ports/zoom/endpoints.ts',
    declares: /: (Lookup|List)?Endpoint</,
  },
  {
    folder: 'server/core/ports/zoom/operations',
    registry: 'server/core/ports/zoom/operations.ts',
    declares: /= defineOperation\(/,
  },
  {
    folder: 'server/core/domain/modes',
    registry: 'server/core/domain/modes.ts',
    declares: /= defineMode\(/,
  },
  {
    folder: 'server/core/domain/facts',
    registry: 'server/core/domain/facts.ts',
    declares: /= defineFact\(/,
  },
  {folder: 'sandbox/terminal/words', registry: 'sandbox/terminal/words.ts', declares: /readonly Word\[\]/},
  {folder: 'server/inbound/jobs', registry: 'server/inbound/jobs/registry.ts', declares: /\): JobKind =>/},
  {
    folder: 'server/inbound/actions',
    registry: 'server/inbound/actions/registry.ts',
    declares: /= defineAction\(/,
  },
  {folder: 'server/inbound/http', registry: 'server/inbound/http/routes.ts', declares: /\bjsonRoute\(/},
] as const;

/** The rows' table, what opens and changes a row, and what counts that; the official plugin's are never changed. */
const ROW_FILES = [
  'rows',
  'consent-rows',
  'row',
  'cards',
  'measured-key-value',
  'official/official-rows',
].map((name) => `server/outbound/store/${name}.ts`);

/** Those that CONTRIBUTING tells how to add to. */
const RECIPES = REGISTRIES.filter(({folder}) => folder.startsWith('server/'));

describe('The files', () => {
  it('hold at most 300 lines', () => {
    expect(named(files.filter(({text}) => text.split('\n').length > 301))).toEqual([]);
  });

  it('have no comment of more than 120 columns', () => {
    const long = files.flatMap(({path, text}) =>
      text
        .split('\n')
        .flatMap((line, index) =>
          line.length > 120 && /^\s*(\/\/|\*|\/\*)/.test(line) && !line.includes('://')
            ? [`${path}:${index + 1}`]
            : [],
        ),
    );
    expect(long).toEqual([]);
  });

  it('have kebab-case names and named exports only', () => {
    const wrong = files.filter(
      ({path, text}) =>
        !/^[a-z0-9-]+(\.test|\.d)?\.tsx?$/.test(basename(path)) || /^export default/m.test(text),
    );
    expect(named(wrong)).toEqual([]);
  });

  it('leave nothing for later and silence no check', () => {
    const loose = /\b(TODO|FIXME)\b|@ts-(ignore|nocheck|expect-error)|eslint-disable/;
    const checked = files.filter(({path}) => !path.startsWith('test/architecture'));
    expect(named(checked.filter(({text}) => loose.test(text)))).toEqual([]);
  });

  it.each(RECIPES)(
    'of $folder have a recipe that names their place and their registry',
    ({folder, registry}) => {
      const recipes = readFileSync(join(projectRoot, 'CONTRIBUTING.md'), 'utf8').split('\n');
      const row =
        recipes.find((line) => line.startsWith('| ') && line.includes(`\`${folder}/NAME.ts\``)) ?? '';
      expect(row.split(' | ').at(-1)).toContain(`\`${registry}\``);
    },
  );

  it.each(REGISTRIES)('of $folder are all registered', ({folder, registry, declares}) => {
    const table = readFileSync(join(projectRoot, registry), 'utf8');
    const declaring = files.filter(({path, text}) => path.startsWith(`${folder}/`) && declares.test(text));
    expect(declaring.length).toBeGreaterThan(0);
    const missing = declaring.filter(
      ({path}) => path !== registry && !table.includes(`/${basename(path, '.ts')}.js'`),
    );
    expect(named(missing)).toEqual([]);
  });

  it('leave what is stored to the rows: no other file reads, writes or names one', () => {
    const calls = /\bkeyValue\s*\.(get|put|compareAndSet|delete)\b/;
    const prefixes = Object.values(ROWS).map(({key}) => key.replace(/<.*/, ''));
    const names = new RegExp(`['"\`](${prefixes.join('|')})(['"\`]|\\$\\{)`);
    const others = files.filter(({path}) => path.startsWith('server/') && !ROW_FILES.includes(path));
    expect(named(others.filter(({text}) => calls.test(text) || names.test(text)))).toEqual([]);
  });

  it('leave JSON from outside to the one function that makes its texts well-formed', () => {
    const others = files.filter(
      ({path}) => !/^server\/(lib\/parse-json\.ts|outbound\/store\/|wire\/)/.test(path),
    );
    const reads = /\bJSON\s*\.parse\b|\.json\(\)/;
    expect(named(others.filter(({path, text}) => path.startsWith('server/') && reads.test(text)))).toEqual(
      [],
    );
  });

  it('of the core and of what comes in know one error, and ask for its code', () => {
    const ours = files.filter(({path}) => /^server\/(core|inbound)\//.test(path));
    const others = ours.filter(({path}) => path !== 'server/core/ports/port-error.ts');
    const asks = /extends \w*Error\b|instanceof \w*Error\b/;
    expect(named(others.filter(({text}) => asks.test(text)))).toEqual([]);
  });

  it('P-02 of the lock name exact versions, no addresses, and no install script outside the allow-list', () => {
    const read = (path: string): Record<string, unknown> =>
      JSON.parse(readFileSync(join(projectRoot, path), 'utf8')) as Record<string, unknown>;
    const {dependencies, devDependencies, allowScripts} = read('package.json') as Record<
      string,
      Record<string, string>
    >;
    const versions = Object.values({...dependencies, ...devDependencies});
    expect(versions.filter((version) => !/^(npm:[\w-]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual(
      [],
    );
    const packages = read('package-lock.json')['packages'] as Record<
      string,
      {hasInstallScript?: boolean; optional?: boolean; resolved?: string}
    >;
    expect(Object.values(packages).filter(({resolved}) => resolved !== undefined)).toEqual([]);
    const allowed = Object.keys(allowScripts ?? {}).map((name) => name.replace(/(.)@.*$/, '$1'));
    const scripts = Object.entries(packages)
      .filter(([, {hasInstallScript}]) => hasInstallScript === true)
      .map(([path]) => path.replace(/^.*node_modules\//, ''));
    expect(scripts.filter((name) => !allowed.includes(name))).toEqual([]);
  });
});
