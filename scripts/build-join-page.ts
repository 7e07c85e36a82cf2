import {join} from 'node:path';
import {build, type Plugin} from 'esbuild';
import {styleSheets} from './build-webapp/style-sheets.js';
import {projectRoot} from './project-root.js';

/**
 * Builds the one script of the page to join. Guests come with whatever browser they have: those that are too old for
 * Zoom still have to be told so.
 */
export async function buildJoinPage(): Promise<string> {
  const {outputFiles} = await build({
    entryPoints: [join(projectRoot, 'join-page/page.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    target: ['chrome86', 'firefox78', 'safari14.1'],
    minify: true,
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'warning',
    plugins: [styleSheets],
  });
  return outputFiles[0]?.text ?? '';
}

/** Puts the script into a program that serves the page. */
export const joinPageScript: Plugin = {
  name: 'join-page-script',
  async setup({initialOptions}) {
    const script = await buildJoinPage();
    initialOptions.define = {...initialOptions.define, JOIN_PAGE_SCRIPT: JSON.stringify(script)};
  },
};
