import * as z from 'zod';
import {askServer, type MattermostClient} from './ask-server.js';
import {DeployError} from './deploy-error.js';

/** A server needs a few seconds at most; it gives up on a plugin's start after three. */
const patience = 60;

/** Mattermost's plugin states, by number. */
const states = [
  'not running',
  'starting',
  'running',
  'failed to start',
  'failed to stay running',
  'stopping',
];
const running = 2;
const failed = [3, 4];

const statuses = z.array(
  z.object({plugin_id: z.string(), version: z.string(), state: z.number(), error: z.string().default('')}),
);

/** The plugin that is waited for. */
export interface AwaitedPlugin {
  readonly id: string;
  readonly version: string;
}

/**
 * Waits until every node of the server runs this version of the plugin.
 *
 * @param pause - lets one second pass
 * @throws DeployError `plugin-failed` or `not-running`
 */
export const waitUntilRunning = async (
  client: MattermostClient,
  plugin: AwaitedPlugin,
  pause: () => Promise<void>,
): Promise<void> => {
  for (let second = 0; second < patience; second++) {
    const answer = await askServer(client, statuses, (server) => server.getPluginStatuses());
    const nodes = answer.filter(({plugin_id: id, version}) => id === plugin.id && version === plugin.version);
    const broken = nodes.find(({state}) => failed.includes(state));
    if (broken !== undefined) {
      const state = states[broken.state] ?? String(broken.state);
      throw new DeployError({kind: 'plugin-failed', state, error: broken.error});
    }
    if (nodes.length > 0 && nodes.every(({state}) => state === running)) {
      return;
    }
    await pause();
  }
  throw new DeployError({kind: 'not-running', seconds: patience});
};
