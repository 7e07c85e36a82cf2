import * as z from 'zod';
import {askServer, type MattermostClient} from '../deploy/ask-server.js';
import {DeployError} from '../deploy/deploy-error.js';
import {newLogLines} from './new-log-lines.js';
import {renderLogLine} from './render-log-line.js';

/** Enough for what a busy server writes in a second. */
const linesPerLook = 1000;

const logPage = z.array(z.string());

/** Whose log to follow, and where to. */
export interface LogFollowing {
  readonly client: MattermostClient;
  readonly pluginId: string;
  readonly print: (line: string) => void;
  /** One look at the log for each value. */
  readonly ticks: AsyncIterable<unknown>;
}

/**
 * Prints what the plugin writes to the server's log from now on. If the server is away for a while, for example for a
 * restart, it says so once and goes on.
 */
export const followLog = async ({client, pluginId, print, ticks}: LogFollowing): Promise<void> => {
  let seen: readonly string[] | undefined;
  let trouble = '';
  for await (const _tick of ticks) {
    try {
      const page = await askServer(client, logPage, (server) => server.getPlainLogs(0, linesPerLook));
      const fresh = seen === undefined ? [] : newLogLines(seen, page);
      for (const line of fresh.map((entry) => renderLogLine(entry, pluginId))) {
        if (line !== undefined) {
          print(line);
        }
      }
      seen = page;
      trouble = '';
    } catch (error) {
      if (!(error instanceof DeployError)) {
        throw error;
      }
      if (error.message !== trouble) {
        print(`The log cannot be read: ${error.message}`);
      }
      trouble = error.message;
    }
  }
};
