import ts from 'typescript';
import {projectRoot} from '../project-root.js';
import type {Project} from './projects.js';

/** What `tsc` would print about the projects; empty where all is well. */
export function findTypeErrors(projects: readonly Project[]): string {
  const errors = projects.flatMap(({program}) => ts.getPreEmitDiagnostics(program));
  return ts.formatDiagnosticsWithColorAndContext(ts.sortAndDeduplicateDiagnostics(errors), {
    getCanonicalFileName: (name) => name,
    getCurrentDirectory: () => projectRoot,
    getNewLine: () => '\n',
  });
}
