import {join} from 'node:path';
import ts from 'typescript';
import {projectRoot} from '../project-root.js';

/** Folders with a tsconfig.json of their own, from the project's root: what runs in browsers has other globals. */
export const FOLDERS = [
  '.',
  'webapp',
  'join-page',
  'sandbox/page',
  'sandbox/zoom/page',
  'sandbox/zoom/sdk/client',
  'test/browser',
] as const;

/** One TypeScript project, as `tsc -p` sees it. */
export interface Project {
  readonly folder: (typeof FOLDERS)[number];
  readonly program: ts.Program;
}

/** Opens all projects. */
export const openProjects = (): readonly Project[] => {
  const readFile = readOnce();
  return FOLDERS.map((folder) => ({folder, program: openProject(join(projectRoot, folder), readFile)}));
};

type ReadFile = ts.CompilerHost['getSourceFile'];

/** Several projects import the same files, which are parsed once: how that is done is the same for all of them. */
function readOnce(): (host: ts.CompilerHost) => ReadFile {
  const files = new Map<string, ts.SourceFile | undefined>();
  return (host) => {
    const read = host.getSourceFile.bind(host);
    return (name, how, ...others) => {
      const key = JSON.stringify([name, how]);
      if (!files.has(key)) files.set(key, read(name, how, ...others));
      return files.get(key);
    };
  };
}

function openProject(folder: string, readFile: (host: ts.CompilerHost) => ReadFile): ts.Program {
  const file = join(folder, 'tsconfig.json');
  const {config} = ts.readConfigFile(file, (path) => ts.sys.readFile(path)) as {config: unknown};
  const parsed = ts.parseJsonConfigFileContent(config, ts.sys, folder, {}, file);
  // The linter goes from a node to the one around it.
  const host = ts.createCompilerHost(parsed.options, true);
  host.getSourceFile = readFile(host);
  return ts.createProgram({
    rootNames: parsed.fileNames,
    options: parsed.options,
    host,
    configFileParsingDiagnostics: parsed.errors,
  });
}
