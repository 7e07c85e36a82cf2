import {join} from 'node:path';
import {buildPlugin} from '../../scripts/build-plugin.js';
import {projectRoot} from '../../scripts/project-root.js';

/** Builds the TypeScript echo plugin below `outDir` and returns the folder that a server installs. */
export async function buildEchoPlugin(outDir: string): Promise<string> {
  const entry = join(projectRoot, 'test/wire/echo/echo-plugin.ts');
  return (await buildPlugin({outDir, entry})).folder;
}
