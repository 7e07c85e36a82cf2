import {ApiError} from '../../server/protocol/api-error.js';
import type {Session} from './session.js';
import {TerminalError} from './terminal-error.js';

const DEAD = 'The plugin does not run, so Mattermost cannot do this. Type health: the server restarts it.';

/** Does something that needs the plugin. Throws TerminalError when the plugin is dead, or dies over it. */
export async function requirePlugin<T>({sandbox}: Session, work: () => Promise<T>): Promise<T> {
  if (sandbox.mattermost.pluginPid() === undefined) throw new TerminalError(DEAD);
  try {
    return await work();
  } catch (error) {
    throw error instanceof ApiError ? new TerminalError(DEAD) : error;
  }
}
