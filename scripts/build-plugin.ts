import {chmod} from 'node:fs/promises';
import {join, resolve} from 'node:path';
import {build} from 'esbuild';
import {scriptBuildOptions} from './build-plugin/script-build-options.js';
import {writePluginFolder} from './build-plugin/write-plugin-folder.js';
import {projectRoot} from './project-root.js';

/** Where the script build lies inside the plugin's folder. */
const executable = 'server/dist/plugin.cjs';

/** What to build and where to. */
export interface BuildPluginInput {
  /** The folder that receives `zoom/`; a relative one counts from the working directory. */
  readonly outDir: string;
  /** The program to build; the plugin itself when absent. */
  readonly entry?: string;
}

/** What was built: absolute paths. */
export interface BuiltPlugin {
  /** The plugin's folder, which a Mattermost plugin host can launch as it is. */
  readonly folder: string;
  readonly executable: string;
}

/**
 * Builds the plugin as a script that the machine's own Node runs: `<outDir>/zoom/` with plugin.json,
 * `server/dist/plugin.cjs`, `webapp/dist/main.js`, `assets/` and `public/`. It needs Node beside it, so it serves
 * development, tests and the sandbox; what servers install is made by `npm run bundle`.
 *
 * @throws esbuild's BuildFailure when the source does not build
 */
export const buildPlugin = async ({
  outDir,
  entry = join(projectRoot, 'server/main.ts'),
}: BuildPluginInput): Promise<BuiltPlugin> => {
  const folder = resolve(outDir, 'zoom');
  const script = join(folder, executable);
  await writePluginFolder(folder, {executable});
  await build(scriptBuildOptions(resolve(entry), script));
  await chmod(script, 0o755);
  return {folder, executable: script};
};
