import * as z from 'zod';
import {askServer, type MattermostClient} from './ask-server.js';
import {DeployError, type DeployProblem} from './deploy-error.js';

/** @see https://api.mattermost.com/#tag/system/operation/GetConfig */
const serverConfig = z.object({
  PluginSettings: z.object({
    Enable: z.boolean(),
    EnableUploads: z.boolean(),
    RequirePluginSignature: z.boolean(),
  }),
  FileSettings: z.object({MaxFileSize: z.number()}),
});

const person = z.object({roles: z.string()});
const pingAnswer = z.object({status: z.string()});

/** What is to be installed. */
export interface BundleFacts {
  readonly bytes: number;
  /** `min_server_version` of plugin.json. */
  readonly minServerVersion: string;
}

const isOlder = (version: string, needed: string): boolean =>
  version.localeCompare(needed, 'en', {numeric: true}) < 0;

/** The first setting that stands in the way of an upload. */
const obstacleIn = (
  {PluginSettings: plugins, FileSettings: files}: z.infer<typeof serverConfig>,
  bytes: number,
): DeployProblem | undefined => {
  if (!plugins.Enable) {
    return {kind: 'plugins-disabled'};
  }
  if (plugins.RequirePluginSignature) {
    return {kind: 'signature-required'};
  }
  if (!plugins.EnableUploads) {
    return {kind: 'uploads-disabled'};
  }
  return bytes > files.MaxFileSize ? {kind: 'too-large', bytes, limit: files.MaxFileSize} : undefined;
};

/** The version leads the X-Version-Id header (`11.6.0.<build>.<hash>.<licensed>`), which a proxy may drop. */
const versionOf = (client: MattermostClient): string | undefined =>
  /^\d+\.\d+\.\d+/.exec(client.getServerVersion())?.[0];

/**
 * Finds out whether a server will take the bundle before anything is sent.
 *
 * @returns the server's version, if it tells
 * @throws DeployError
 */
export const checkServer = async (
  client: MattermostClient,
  bundle: BundleFacts,
): Promise<string | undefined> => {
  await askServer(client, pingAnswer, (server) => server.ping(false));
  const me = await askServer(client, person, (server) => server.getMe());
  if (!me.roles.split(' ').includes('system_admin')) {
    throw new DeployError({kind: 'not-admin'});
  }
  const version = versionOf(client);
  if (version !== undefined && isOlder(version, bundle.minServerVersion)) {
    throw new DeployError({kind: 'server-too-old', version, needed: bundle.minServerVersion});
  }
  const config = await askServer(client, serverConfig, (server) => server.getConfig());
  const obstacle = obstacleIn(config, bundle.bytes);
  if (obstacle !== undefined) {
    throw new DeployError(obstacle);
  }
  return version;
};
