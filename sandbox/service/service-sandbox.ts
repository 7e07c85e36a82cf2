import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {systemClock} from '../../server/lib/system-clock.js';
import {systemRandom} from '../../server/lib/system-random.js';
import {appFor, type Connection, redirectAddress} from '../connection.js';
import {openEventPlace} from '../events/open-event-place.js';
import {createMattermostForService, type MattermostForService} from '../mattermost/mattermost-for-service.js';
import type {Page} from '../mattermost/rest/page.js';
import {peopleOfService, tellOfEventSite, zoomUsers} from '../people.js';
import {makePlans} from '../plans.js';
import {createZoomSimulator} from '../zoom/create-zoom-simulator.js';
import type {ZoomSimulator} from '../zoom/zoom-simulator.js';
import {freePort} from './free-port.js';
import {type ServiceProcess, startService} from './service-process.js';

/** A small Mattermost with the real service beside it, and a simulated Zoom, set up for each other. */
export interface ServiceSandbox {
  readonly mattermost: MattermostForService;
  readonly zoom: ZoomSimulator;
  /** Origin of the event site, where there is one. */
  readonly eventSite: string | undefined;
  /** Ends all three. May be called twice. */
  close(): Promise<void>;
}

export interface ServiceSandboxOptions {
  /** The built service. */
  script: string;
  /** What a browser is shown; default: nothing. `serviceUrl`: the service's origin. */
  buildPage?: (options: {
    zoomUrl: string;
    serviceUrl: string;
    eventSite: string | undefined;
  }) => Promise<Page>;
  /** Of the small Mattermost; default: a free one. */
  port?: number;
  /** False: the operator has configured the service, and nobody has been to Zoom yet. Default: it is subscribed. */
  isSubscribed?: boolean;
  /** Of the settings, and of the app in Zoom's Marketplace; default: Server-to-Server. */
  connection?: Connection;
  /** People have planned meetings and webinars in Zoom already. */
  hasPlans?: boolean;
  /** There is a page to join, on a host of its own, and an event site that shows it. */
  hasEventSite?: boolean;
}

/** Part of the webhook's address; nobody but the simulator on this machine gets to know it. */
const WEBHOOK_SECRET = 'sandbox-webhook-secret';

/** Starts all three, and does what an administrator and an operator do once. */
export async function createServiceSandbox({
  script,
  buildPage,
  port = 0,
  isSubscribed = true,
  connection = 'server_to_server',
  hasPlans = false,
  hasEventSite = false,
}: ServiceSandboxOptions): Promise<ServiceSandbox> {
  const zoom = await createZoomSimulator({clock: systemClock, random: systemRandom});
  const serviceUrl = `http://127.0.0.1:${await freePort()}`;
  const events = hasEventSite ? await openEventPlace(zoom, () => serviceUrl, systemClock.now()) : undefined;
  const eventSite = events?.eventSite;
  const page = await buildPage?.({zoomUrl: zoom.url, serviceUrl, eventSite});
  const mattermost = await createMattermostForService({port, ...(page && {page})});
  const folder = await mkdtemp(join(tmpdir(), 'zoom-sandbox-'));
  let service: ServiceProcess | undefined;
  const close = async (): Promise<void> => {
    // First Zoom: a call that hangs there would keep the service from ending.
    await zoom.close();
    await events?.close();
    await service?.end();
    await mattermost.close();
    await rm(folder, {recursive: true, force: true});
  };
  try {
    zoomUsers.forEach((user) => zoom.addUser(user));
    if (hasPlans) makePlans(zoom, systemClock.now());
    mattermost.seed(peopleOfService);
    if (eventSite !== undefined) mattermost.seed(tellOfEventSite(eventSite));
    zoom.setUpApp(appFor(connection), [redirectAddress(serviceUrl)]);
    const settings = {
      ...(await settingsFor({mattermost, folder, serviceUrl})),
      ...connectionTo(zoom, connection),
      ...events?.settings,
      // The service makes one of its own where none is configured.
      ...(isSubscribed && {WebhookSecret: WEBHOOK_SECRET}),
    };
    service = await startService({script, settings, log: () => undefined});
    if (isSubscribed) {
      await zoom.subscribe({url: `${service.url}/plugins/zoom/webhook?secret=${WEBHOOK_SECRET}`});
    }
  } catch (error) {
    await close();
    throw error;
  }
  return {mattermost, zoom, eventSite, close};
}

interface Surroundings {
  mattermost: MattermostForService;
  folder: string;
  serviceUrl: string;
}

async function settingsFor({mattermost, folder, serviceUrl}: Surroundings): Promise<object> {
  const bot = mattermost.addBot({username: 'zoom', roles: 'system_user system_admin'});
  for (const {id} of mattermost.state.teams.values()) {
    mattermost.seed({teamMembers: [{team_id: id, user_id: bot.userId, scheme_admin: true}]});
  }
  return {
    MattermostURL: mattermost.siteUrl,
    MattermostToken: bot.token,
    ServiceURL: serviceUrl,
    Listen: new URL(serviceUrl).host,
    Store: (await hasSqlite()) ? `sqlite:${join(folder, 'store.db')}` : 'memory:',
  };
}

const connectionTo = ({account, url, apiUrl}: ZoomSimulator, connection: Connection): object => ({
  ConnectionMode: connection,
  AccountID: account.id,
  OAuthClientID: account.clientId,
  OAuthClientSecret: account.clientSecret,
  ZoomWebhookSecret: account.secretToken,
  ZoomURL: url,
  ZoomAPIURL: apiUrl,
  AllowInsecureZoomURLs: true,
});

/** It is optional: not every machine can install it. */
const hasSqlite = (): Promise<boolean> =>
  import('better-sqlite3').then(
    () => true,
    () => false,
  );
