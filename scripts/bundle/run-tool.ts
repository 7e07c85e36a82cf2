import {execFile} from 'node:child_process';
import {promisify} from 'node:util';

const execute = promisify(execFile);

/**
 * Runs a command to its end, without a shell and without the caller's NODE_OPTIONS.
 *
 * @returns what it wrote to stdout
 * @throws with the command's own words when it fails
 */
export const runTool = async (command: string, args: readonly string[]): Promise<string> => {
  const {NODE_OPTIONS: _dropped, ...env} = process.env;
  const {stdout} = await execute(command, args, {env, maxBuffer: 16 * 1024 * 1024});
  return stdout;
};
