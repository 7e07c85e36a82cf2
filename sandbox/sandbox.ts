import {systemClock} from '../server/lib/system-clock.js';
import {systemRandom} from '../server/lib/system-random.js';
import {appFor, type Connection, redirectAddress} from './connection.js';
import {openEventPlace} from './events/open-event-place.js';
import {type ManifestSetting, readManifest} from './mattermost/manifest.js';
import {createMattermost, type Mattermost} from './mattermost/mattermost.js';
import type {PluginSettings} from './mattermost/records.js';
import type {Page} from './mattermost/rest/page.js';
import {people, tellOfEventSite, zoomUsers} from './people.js';
import {makePlans} from './plans.js';
import {webhookAddress} from './webhook-address.js';
import {createZoomSimulator} from './zoom/create-zoom-simulator.js';
import type {ZoomSimulator} from './zoom/zoom-simulator.js';

/** A small Mattermost with the real plugin in it, and a simulated Zoom, set up for each other. */
export interface Sandbox {
  readonly mattermost: Mattermost;
  readonly zoom: ZoomSimulator;
  /** Origin of the event site, where there is one. */
  readonly eventSite: string | undefined;
  /** The rows of the plugin's page in the System Console. */
  readonly settings: readonly ManifestSetting[];
  /** What is done in Zoom's Marketplace: enters the plugin's webhook address and the events, and validates it. */
  subscribe(): Promise<{valid: boolean; status: number}>;
  /** Ends both and the plugin's process. May be called twice. */
  close(): Promise<void>;
}

/**
 * Starts both, and does what an administrator does once unless `isSetUp` is false: fills in the settings and
 * subscribes the webhook.
 */
export async function createSandbox({
  pluginDir,
  buildPage,
  port = 0,
  isSetUp = true,
  connection = 'server_to_server',
  hasPlans = false,
  hasEventSite = false,
  settings: others = {},
}: {
  pluginDir: string;
  /** What a browser is shown; default: nothing. */
  buildPage?: (sites: {zoomUrl: string; eventSite: string | undefined}) => Promise<Page>;
  /** Of the small Mattermost; default: a free one. */
  port?: number;
  isSetUp?: boolean;
  /** Of the settings, and of the app in Zoom's Marketplace. */
  connection?: Connection;
  /** People have planned meetings and webinars in Zoom already. */
  hasPlans?: boolean;
  /** There is a page to join, on a host of its own, and an event site that shows it. */
  hasEventSite?: boolean;
  /** Besides those that connect the plugin to Zoom. */
  settings?: PluginSettings;
}): Promise<Sandbox> {
  const {settings} = await readManifest(pluginDir);
  const zoom = await createZoomSimulator({
    clock: systemClock,
    random: systemRandom,
  });
  const events = hasEventSite
    ? await openEventPlace(zoom, () => mattermost.siteUrl, systemClock.now())
    : undefined;
  const eventSite = events?.eventSite;
  const page = await buildPage?.({zoomUrl: zoom.url, eventSite});
  const mattermost: Mattermost = await createMattermost({pluginDir, port, ...(page && {page})});
  const sandbox: Sandbox = {
    mattermost,
    zoom,
    eventSite,
    settings,
    async subscribe() {
      // Everything: more than the product listens to, as a real account may send.
      return zoom.subscribe({url: await webhookAddress(mattermost)});
    },
    async close() {
      // First Zoom: a call that hangs there would keep the plugin from ending.
      await zoom.close();
      await events?.close();
      await mattermost.close();
    },
  };
  try {
    zoomUsers.forEach((user) => zoom.addUser(user));
    if (hasPlans) makePlans(zoom, systemClock.now());
    mattermost.seed(people);
    if (eventSite !== undefined) mattermost.seed(tellOfEventSite(eventSite));
    zoom.setUpApp(appFor(connection), [redirectAddress(mattermost.siteUrl)]);
    if (isSetUp) await enterSettings(sandbox, connection, {...events?.settings, ...others});
    await mattermost.activate();
    if (isSetUp) await sandbox.subscribe();
    return sandbox;
  } catch (error) {
    await sandbox.close();
    throw error;
  }
}

const enterSettings = (
  {mattermost, zoom}: Sandbox,
  connection: Connection,
  others: PluginSettings,
): Promise<void> =>
  mattermost.setPluginConfig({
    ConnectionMode: connection,
    AccountID: zoom.account.id,
    OAuthClientID: zoom.account.clientId,
    OAuthClientSecret: zoom.account.clientSecret,
    ZoomWebhookSecret: zoom.account.secretToken,
    ZoomURL: zoom.url,
    ZoomAPIURL: zoom.apiUrl,
    AllowInsecureZoomURLs: true,
    ...others,
  });
