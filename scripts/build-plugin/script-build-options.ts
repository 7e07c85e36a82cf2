import type {BuildOptions} from 'esbuild';
import {serverScriptOptions} from './server-script-options.js';

/**
 * The settings of the script build: readable stack traces and a first line by which the system finds
 * Node. Function names survive because nothing is minified.
 */
export const scriptBuildOptions = (entry: string, outfile: string) =>
  ({
    ...serverScriptOptions(entry),
    outfile,
    sourcemap: 'inline',
    sourcesContent: false,
    banner: {js: '#!/usr/bin/env node'},
  }) satisfies BuildOptions;
