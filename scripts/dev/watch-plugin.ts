import {readdir} from 'node:fs/promises';
import {join} from 'node:path';
import {context, type Plugin} from 'esbuild';
import {copiedFolders} from '../build-plugin/write-plugin-folder.js';
import {executableScriptOptions} from '../bundle/build-server-script.js';
import {projectRoot} from '../project-root.js';

const entry = join(projectRoot, 'server/main.ts');

const listFiles = async (folder: string): Promise<string[]> => {
  const entries = await readdir(folder, {withFileTypes: true, recursive: true});
  return entries.filter((file) => file.isFile()).map((file) => join(file.parentPath, file.name));
};

/** esbuild watches what it bundles; these go into the plugin beside the script. */
const watchTheRest: Plugin = {
  name: 'watch-the-rest',
  setup(build) {
    build.onResolve({filter: /server\/main\.ts$/}, async () => {
      const folders = copiedFolders.map(({from}) => join(projectRoot, from));
      const files = (await Promise.all(folders.map(listFiles))).flat();
      return {path: entry, watchFiles: [join(projectRoot, 'plugin.json'), ...files], watchDirs: folders};
    });
  },
};

const tellWhenBuilt = (built: () => void): Plugin => ({
  name: 'tell-when-built',
  setup(build) {
    build.onEnd(({errors}) => {
      if (errors.length === 0) {
        built();
      }
    });
  },
});

/**
 * Builds the plugin's script now and after every change of the source, plugin.json and the folders that are copied.
 * esbuild reports on the terminal what does not build.
 *
 * @param outfile - receives the script
 * @param built - called after each build that succeeded
 */
export const watchPlugin = async (outfile: string, built: () => void): Promise<void> => {
  const options = executableScriptOptions(entry, outfile);
  const plugins = [...options.plugins, watchTheRest, tellWhenBuilt(built)];
  const building = await context({...options, plugins});
  await building.watch();
};
