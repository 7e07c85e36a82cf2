import {stat} from 'node:fs/promises';
import * as z from 'zod';
import {askServer, createClient} from './ask-server.js';
import {checkServer} from './check-server.js';
import {DeployError} from './deploy-error.js';
import type {DeployTarget} from './read-target.js';
import {uploadBundle} from './upload-bundle.js';
import {waitUntilRunning} from './wait-until-running.js';

/** The parts of plugin.json that a deployment uses. */
export interface DeployedManifest {
  readonly id: string;
  readonly version: string;
  readonly min_server_version: string;
}

/** How a deployment reports its progress. */
export interface DeployReport {
  step(text: string): void;
  progress(sent: number, total: number): void;
}

/** What to deploy and where to. */
export interface Deployment {
  readonly target: DeployTarget;
  /** Path of the `.tar.gz`. */
  readonly bundle: string;
  readonly manifest: DeployedManifest;
  readonly report: DeployReport;
  /** Lets one second pass. */
  readonly pause: () => Promise<void>;
}

const enabled = z.object({status: z.literal('OK')});

const sizeOf = async (file: string): Promise<number> => {
  try {
    return (await stat(file)).size;
  } catch {
    throw new DeployError({kind: 'bundle-missing', file});
  }
};

/**
 * Installs the bundle on a Mattermost server, in place of an existing one, and enables it. Returns when it runs.
 *
 * @throws DeployError
 */
export const deployBundle = async ({target, bundle, manifest, report, pause}: Deployment): Promise<void> => {
  const bytes = await sizeOf(bundle);
  const client = createClient(target);
  const version = await checkServer(client, {bytes, minServerVersion: manifest.min_server_version});
  report.step(`${target.url} is Mattermost ${version ?? '(it does not tell its version)'}.`);
  await uploadBundle(target, bundle, (sent, total) => report.progress(sent, total));
  report.step(`Version ${manifest.version} is installed.`);
  await askServer(client, enabled, (server) => server.enablePlugin(manifest.id));
  await waitUntilRunning(client, manifest, pause);
  report.step('The plugin is running.');
};
