import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {beforeAll, describe, expect, it} from '@jest/globals';
import ts from 'typescript';
import {projectRoot} from '../../scripts/project-root.js';

/** What somebody needs who writes a plugin of their own. */
const FACE = [
  ...readdirSync(join(projectRoot, 'server/protocol/plugin')).map((name) => `server/protocol/plugin/${name}`),
  'server/protocol/api-error.ts',
  'server/protocol/api-method.ts',
  'server/protocol/serve-http/create-http-server.ts',
  'server/wire/goplugin/handshake.ts',
  'server/wire/goplugin/plugin.ts',
];

const read = (path: string): string => readFileSync(join(projectRoot, path), 'utf8');

/** An exported name and the comment above it. */
const EXPORT =
  /(?:\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\n)?export (?:async )?(?:function|interface|type|const|class) (\w+)/g;

const exportsOf = (path: string) =>
  [...read(path).matchAll(EXPORT)].map(([, comment = '', name = '']) => ({path, name, comment}));

const examples = FACE.flatMap(exportsOf).flatMap(({path, name, comment}) =>
  [...comment.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, code = '']) => ({
    title: `${name} of ${path}`,
    code: code.replace(/^ \* ?/gm, ''),
  })),
);

/** Where each example is taken to stand: its imports are relative to `server`. */
const placeOf = (index: number): string => join(projectRoot, `server/example-${index}.ts`);

/** What the compiler says about each example, by its place. */
function complaints(): ReadonlyMap<string, readonly string[]> {
  const {config} = ts.readConfigFile(join(projectRoot, 'tsconfig.json'), (path) => ts.sys.readFile(path)) as {
    config: unknown;
  };
  const {options} = ts.parseJsonConfigFileContent(config, {...ts.sys, readDirectory: () => []}, projectRoot);
  const texts = new Map(examples.map(({code}, index) => [placeOf(index), code]));
  const host = ts.createCompilerHost(options);
  const fromDisk = host.readFile.bind(host);
  host.readFile = (path) => texts.get(path) ?? fromDisk(path);
  const isOnDisk = host.fileExists.bind(host);
  host.fileExists = (path) => texts.has(path) || isOnDisk(path);
  const program = ts.createProgram([...texts.keys()], options, host);
  return new Map(
    [...texts.keys()].map((path) => {
      const source = program.getSourceFile(path);
      const found = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
      return [path, found.map(({messageText}) => ts.flattenDiagnosticMessageText(messageText, '\n'))];
    }),
  );
}

describe('What a plugin author meets', () => {
  it.each(FACE.filter((path) => path.includes('/protocol/plugin/')).flatMap(exportsOf))(
    '$name of $path has a hover text with an example',
    ({comment}) => {
      expect(comment).toMatch(/@example/);
    },
  );

  describe('has examples that compile:', () => {
    let found: ReadonlyMap<string, readonly string[]>;
    beforeAll(() => {
      found = complaints();
    }, 120_000);

    it.each(examples.map(({title}, index) => ({title, index})))('that of $title', ({index}) => {
      expect(found.get(placeOf(index))).toEqual([]);
    });
  });
});
