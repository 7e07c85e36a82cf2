import {build, type BuildOptions, type Metafile} from 'esbuild';
import {serverScriptOptions} from '../build-plugin/server-script-options.js';

/**
 * The settings of the script that goes into the executables.
 *
 * White space is removed and names stay: a stack trace in a server's log must name our functions.
 */
export const executableScriptOptions = (entry: string, outfile: string) =>
  ({
    ...serverScriptOptions(entry),
    outfile,
    target: 'node24',
    minifyWhitespace: true,
    minifySyntax: true,
  }) satisfies BuildOptions;

/**
 * Builds the script that goes into the executables.
 *
 * @returns esbuild's account of every file that went in
 */
export const buildServerScript = async (entry: string, outfile: string): Promise<Metafile> => {
  const {metafile} = await build({...executableScriptOptions(entry, outfile), metafile: true});
  return metafile;
};
