import {pathToFileURL} from 'node:url';

/**
 * What `import.meta.url` becomes in the CommonJS output, where no such thing exists: the address of the
 * one file that runs (the script, or the executable itself). esbuild injects it only where it is used.
 */
export const importMetaUrl = pathToFileURL(__filename).href;
