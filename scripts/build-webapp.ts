import {build, type Metafile} from 'esbuild';
import {alignedCatalogues} from './build-webapp/aligned-catalogues.js';
import {hostGlobals} from './build-webapp/host-globals.js';
import {styleSheets} from './build-webapp/style-sheets.js';
import {join} from 'node:path';
import {projectRoot} from './project-root.js';

/** Where plugin.json says that the script is, inside the plugin's folder; in the repository it is built there too. */
export const webappScript = 'webapp/dist/main.js';

/**
 * Builds the one script that Mattermost loads in the browser. React and its companions come from the page, so that the
 * same file runs on React 18 (Mattermost 10.11 and 11) and React 19 (12): hence classic JSX, and nothing bundled that
 * knows React's inner workings.
 *
 * @param outfile - absolute path of the script
 * @param serviceUrl - origin of the service that the script asks in the place of the plugin
 * @returns what went into it
 */
export const buildWebapp = async (
  outfile = join(projectRoot, webappScript),
  serviceUrl = '',
): Promise<Metafile> => {
  const {metafile} = await build({
    entryPoints: [join(projectRoot, 'webapp/index.tsx')],
    outfile,
    bundle: true,
    format: 'iife',
    platform: 'browser',
    // Mattermost supports current browsers; these are older than all that it names.
    target: ['chrome120', 'firefox121', 'safari17'],
    jsx: 'transform',
    jsxFactory: 'jsxElement',
    jsxFragment: 'jsxFragment',
    inject: [join(projectRoot, 'scripts/build-webapp/jsx.ts')],
    minify: true,
    define: {SERVICE_URL: JSON.stringify(serviceUrl)},
    charset: 'utf8',
    metafile: true,
    legalComments: 'none',
    logLevel: 'warning',
    plugins: [hostGlobals, alignedCatalogues, styleSheets],
  });
  return metafile;
};
