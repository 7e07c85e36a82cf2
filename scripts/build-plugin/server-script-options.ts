import {fileURLToPath} from 'node:url';
import type {BuildOptions} from 'esbuild';
import {joinPageScript} from '../build-join-page.js';
import {projectRoot} from '../project-root.js';

/**
 * The esbuild settings that every build of the plugin process shares: one CommonJS file with every
 * package and JSON file inside. A dynamic `import()` of a bundled file stays lazy in it (its code runs
 * when it is first asked for), which keeps the handshake early.
 *
 * @param entry - the TypeScript file to start from
 */
export const serverScriptOptions = (entry: string) =>
  ({
    entryPoints: [entry],
    absWorkingDir: projectRoot,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    legalComments: 'none',
    define: {'import.meta.url': 'importMetaUrl'},
    inject: [fileURLToPath(new URL('./import-meta-url.ts', import.meta.url))],
    plugins: [joinPageScript],
    logLevel: 'warning',
  }) satisfies BuildOptions;
