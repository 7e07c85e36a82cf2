import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {build, type Plugin} from 'esbuild';
import {styleSheets} from './build-webapp/style-sheets.js';
import {projectRoot} from './project-root.js';

/** Builds the one script of the page to join. */
export const buildJoinPage = async (): Promise<string> => (await bundled()).script;

/**
 * Guests come with whatever browser they have: those that are too old for Zoom still have to be told so.
 *
 * @returns the script, and the files that went into it
 */
async function bundled(): Promise<{script: string; files: readonly string[]}> {
  const {outputFiles, metafile} = await build({
    entryPoints: ['join-page/page.ts'],
    absWorkingDir: projectRoot,
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    target: ['chrome86', 'firefox78', 'safari14.1'],
    minify: true,
    charset: 'utf8',
    metafile: true,
    legalComments: 'none',
    logLevel: 'warning',
    plugins: [styleSheets],
  });
  const files = Object.keys(metafile.inputs).map((path) => join(projectRoot, path));
  return {script: outputFiles[0]?.text ?? '', files};
}

/** Puts the script into a program that serves the page, and again when it has changed. */
export const joinPageScript: Plugin = {
  name: 'join-page-script',
  setup(program) {
    program.onLoad({filter: /[\\/]join-page[\\/]page-script\.ts$/}, async ({path}) => {
      const [source, {script, files}] = await Promise.all([readFile(path, 'utf8'), bundled()]);
      // At the end, so that every line keeps its number.
      const contents = `${source}\nconst JOIN_PAGE_SCRIPT = ${JSON.stringify(script)};\n`;
      return {contents, loader: 'ts', watchFiles: [...files]};
    });
  },
};
