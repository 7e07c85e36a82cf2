import {projectRoot} from '../project-root.js';
import {runTool} from './run-tool.js';

/**
 * The time of every file in the archive, so that the same source gives the same archive: the environment's
 * SOURCE_DATE_EPOCH (seconds), else the time of the last commit.
 *
 * @see https://reproducible-builds.org/specs/source-date-epoch/
 */
export const sourceDate = async (epoch: string | undefined): Promise<Date> => {
  const seconds = epoch ?? (await runTool('git', ['-C', projectRoot, 'log', '-1', '--format=%ct']));
  return new Date(Number(seconds) * 1000);
};
