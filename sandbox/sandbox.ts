import {randomBytes} from 'node:crypto';
import {createMattermost, type Mattermost} from './mattermost/mattermost.js';
import {people, zoomUsers} from './people.js';
import {createZoomSimulator} from './zoom/create-zoom-simulator.js';
import type {Clock} from './zoom/environment.js';
import type {ZoomSimulator} from './zoom/zoom-simulator.js';

/** A small Mattermost with the real plugin in it, and a simulated Zoom, set up for each other. */
export interface Sandbox {
  mattermost: Mattermost;
  zoom: ZoomSimulator;
  close(): Promise<void>;
}

const clock: Clock = {
  now: () => Date.now(),
  after(ms, task) {
    const timer = setTimeout(task, ms).unref();
    return () => clearTimeout(timer);
  },
};

/** Starts both, fills in the plugin's settings and subscribes its webhook: what an administrator does once. */
export async function createSandbox({pluginDir}: {pluginDir: string}): Promise<Sandbox> {
  const zoom = await createZoomSimulator({clock, random: {bytes: (length) => randomBytes(length)}});
  const mattermost = await createMattermost({pluginDir});
  zoomUsers.forEach((user) => zoom.addUser(user));
  mattermost.seed(people);
  await mattermost.setPluginConfig({
    ConnectionMode: 'server_to_server',
    AccountID: zoom.account.id,
    OAuthClientID: zoom.account.clientId,
    OAuthClientSecret: zoom.account.clientSecret,
    ZoomWebhookSecret: zoom.account.secretToken,
    WebhookSecret: randomBytes(24).toString('base64url'),
    ZoomURL: zoom.url,
    ZoomAPIURL: zoom.apiUrl,
    AllowInsecureZoomURLs: true,
  });
  await mattermost.activate();
  const secret = String(mattermost.state.settings['WebhookSecret']);
  await zoom.subscribe({url: `${mattermost.siteUrl}/plugins/zoom/webhook?secret=${secret}`});
  return {
    mattermost,
    zoom,
    async close() {
      await mattermost.close();
      await zoom.close();
    },
  };
}
