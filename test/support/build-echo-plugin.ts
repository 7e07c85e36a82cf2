import {join} from 'node:path';
import {buildPlugin} from '../../scripts/build-plugin.js';
import {projectRoot} from '../../scripts/project-root.js';

/** Source of the TypeScript echo plugin, from the root of the project. */
export const ECHO_PLUGIN = 'test/wire/echo/echo-plugin.ts';

/** Builds the TypeScript echo plugin below `outDir` and returns the folder that a server installs. */
export async function buildEchoPlugin(outDir: string): Promise<string> {
  const entry = join(projectRoot, ECHO_PLUGIN);
  return (await buildPlugin({outDir, entry})).folder;
}
