import {createHmac, randomBytes} from 'node:crypto';
import {createZoomSimulator} from '../../sandbox/zoom/create-zoom-simulator.js';
import type {SimulatedMeeting} from '../../sandbox/zoom/state/records.js';
import type {MeetingEventName} from '../../sandbox/zoom/webhooks/webhook-events.js';
import type {ZoomSimulator} from '../../sandbox/zoom/zoom-simulator.js';
import {mattermostId} from './mattermost-id.js';
import type {
  CommandArgs,
  CommandResponse,
  HostPost,
  HttpResponse,
  PluginConfig,
  PluginHost,
  Seed,
  StartPluginHost,
} from './plugin-host.js';
import {fromNowOn, type PlaceOfTest, seenFrom} from './seen-from.js';
import {openTestBrowser, type TestBrowser} from './test-browser.js';
import {waitFor} from './wait-for.js';

export const ANA = mattermostId('ana');
export const BEN = mattermostId('ben');
export const ADMIN = mattermostId('admin');
export const CHANNEL = mattermostId('planning');

/** A person, and the channel in which they are alone. */
export interface Place {
  userId: string;
  channelId: string;
}

/** What the person reads who typed a command: the answer itself, or what the bot says to them alone. */
export interface Reply extends CommandResponse {
  /** The private message of the bot. */
  post?: HostPost;
}

/** The built plugin in its process, on a host, against a simulated Zoom; Ana may start meetings in one channel. */
export interface World {
  host: PluginHost;
  zoom: ZoomSimulator;
  /** Types a command as Ana in the channel, unless told otherwise. */
  type(command: string, by?: Partial<Omit<CommandArgs, 'command'>>): Promise<Reply>;
  /** The only card in the channel. */
  card(channelId?: string): Promise<HostPost>;
  /** The card once it satisfies the predicate. */
  cardWhen(predicate: (post: HostPost) => boolean): Promise<HostPost>;
  cards(channelId?: string): Promise<readonly HostPost[]>;
  /** Somebody whom Zoom knows, in a channel of their own: no live meeting and no allowance is in their way. */
  newcomer(who?: {locale?: string}): Promise<Place>;
  /** A browser in which `as`, or nobody, is signed in to Mattermost. */
  browser(options?: {as?: string | undefined}): TestBrowser;
  /** Path of the webhook with the secret that was in force when the world began. */
  webhookPath(): Promise<string>;
  /** The secret in the webhook address that is in force now. */
  addressSecret(): Promise<string>;
  /** Ana, Ben and their channel, as this test knows them. */
  ana: string;
  ben: string;
  channelId: string;
  /**
   * The same servers for the next test of a suite, which is cheaper than a new world: Ana and Ben are other people in
   * another channel, both known to Zoom, and there are no meetings, requests to Zoom or cards yet. Settings and the
   * store stay as they are.
   */
  anew(): Promise<World>;
  close(): Promise<void>;
}

const clock = {
  now: () => Date.now(),
  after(ms: number, task: () => void) {
    const timer = setTimeout(task, ms);
    timer.unref();
    return () => clearTimeout(timer);
  },
};

/** The settings that connect a plugin to a simulated Zoom. */
export const connectedTo = (zoom: ZoomSimulator): PluginConfig => ({
  ConnectionMode: 'server_to_server',
  AccountID: zoom.account.id,
  OAuthClientID: zoom.account.clientId,
  OAuthClientSecret: zoom.account.clientSecret,
  ZoomWebhookSecret: zoom.account.secretToken,
  ZoomURL: zoom.url,
  ZoomAPIURL: zoom.apiUrl,
  AllowInsecureZoomURLs: true,
});

/** `settings` replace those that connect to the simulator; `subscribe` false leaves the webhook to the test. */
export async function createWorld(options: {
  start: StartPluginHost;
  pluginDir: string;
  settings?: (zoom: ZoomSimulator) => PluginConfig;
  subscribe?: boolean;
  /** Of which Zoom tells; all of them, where nothing is said. */
  events?: readonly MeetingEventName[];
  /** Of a service's bot. */
  botRoles?: string;
  /** Of what Zoom makes by chance, all its secrets among it. */
  random?: (length: number) => Uint8Array;
}): Promise<World> {
  const zoom = await createZoomSimulator({
    clock,
    random: {bytes: options.random ?? ((length) => randomBytes(length))},
  });
  const {start, pluginDir, botRoles} = options;
  const host = await start({pluginDir, ...(botRoles !== undefined && {botRoles})});
  await host.seed(townOf({ana: ANA, ben: BEN, channelId: CHANNEL}));
  zoom.addUser({email: 'ana@example.com'});
  await host.setPluginConfig((options.settings ?? connectedTo)(zoom));
  await activate(host);

  const addressSecret = (): Promise<string> =>
    waitFor(host, async () => {
      const row = (await host.kv()).get('webhook_secrets');
      return row === undefined ? undefined : (JSON.parse(row.toString()) as {address: string}).address;
    });
  // A test may break the store meanwhile.
  let path: Promise<string> | undefined;
  const webhookPath = (): Promise<string> =>
    (path ??= addressSecret().then((secret) => `/webhook?secret=${encodeURIComponent(secret)}`));
  // Several commands may be under way in one channel: each has a message of its own.
  const read = new Set<string>();
  let people = 0;
  const newcomer = async (who: {locale?: string} = {}): Promise<Place> => {
    people += 1;
    const place = {userId: mattermostId(`person${people}x`), channelId: mattermostId(`channel${people}x`)};
    const email = `person${people}@example.com`;
    zoom.addUser({email});
    await host.seed({
      users: [{id: place.userId, username: `person${people}`, email, ...who}],
      channels: [{id: place.channelId}],
      members: [{channel_id: place.channelId, user_id: place.userId}],
    });
    return place;
  };
  if (options.subscribe ?? true) {
    const {events} = options;
    await zoom.subscribe({url: `${host.routesUrl}${await webhookPath()}`, ...(events && {events})});
  }
  const browser: World['browser'] = (who) => openTestBrowser(host, who);
  const parts = {host, zoom, newcomer, browser, webhookPath, addressSecret, read};
  const close = async (): Promise<void> => {
    await host.close();
    await zoom.close();
  };
  let times = 0;
  const anew = async (): Promise<World> => {
    times += 1;
    const place = {
      ana: mattermostId(`ana${times}x`),
      ben: mattermostId(`ben${times}x`),
      channelId: mattermostId(`planning${times}x`),
    };
    await host.seed(townOf(place, `${times}`));
    for (const name of ['ana', 'ben']) zoom.addUser({email: `${name}${times}@example.com`});
    const before = new Set((await host.posts()).map(({id}) => id));
    return {...seenFrom({...parts, zoom: fromNowOn(zoom)}, place, before), anew, close};
  };
  const place = {ana: ANA, ben: BEN, channelId: CHANNEL};
  return {...seenFrom(parts, place, new Set()), anew, close};
}

/** A busy machine may take longer to start a plugin than a server waits, whose administrator enables it again then. */
async function activate(host: PluginHost, triesLeft = 3): Promise<void> {
  try {
    await host.activate();
  } catch (error) {
    if (triesLeft === 0 || !String(error).includes('timeout while waiting for plugin to start')) throw error;
    await activate(host, triesLeft - 1);
  }
}

/** Ana and Ben, who are in one channel with the administrator. */
const townOf = ({ana, ben, channelId}: PlaceOfTest, suffix = ''): Seed => ({
  users: [
    {
      id: ana,
      username: `ana${suffix}`,
      first_name: 'Ana',
      last_name: 'Silva',
      email: `ana${suffix}@example.com`,
    },
    {id: ben, username: `ben${suffix}`, email: `ben${suffix}@example.com`},
    {id: ADMIN, username: 'admin', email: 'admin@example.com', roles: 'system_user system_admin'},
  ],
  channels: [{id: channelId, team_id: mattermostId('team'), name: `planning${suffix}`}],
  members: [ana, ben, ADMIN].map((user_id) => ({channel_id: channelId, user_id})),
});

/** What our own prop on a card says: `waiting`, `live` or `ended`. */
export const cardState = ({props}: HostPost): string => (props['zoom_card'] as {state: string}).state;

/** Sends a webhook as Zoom does, signed over these bytes unless told otherwise. */
export async function sendWebhook(
  world: Pick<World, 'host' | 'zoom' | 'webhookPath'>,
  body: string | Uint8Array,
  {at = Date.now(), path, headers = {}}: {at?: number; path?: string; headers?: Record<string, string>} = {},
): Promise<HttpResponse> {
  const timestamp = String(Math.floor(at / 1000));
  const signature = createHmac('sha256', world.zoom.account.secretToken)
    .update(`v0:${timestamp}:`)
    .update(body)
    .digest('hex');
  return world.host.http({
    method: 'POST',
    path: path ?? (await world.webhookPath()),
    headers: {
      'Content-Type': 'application/json',
      'x-zm-request-timestamp': timestamp,
      'x-zm-signature': `v0=${signature}`,
      ...headers,
    },
    body,
  });
}

/** A webhook body about the meeting, as Zoom writes it today; `object` and `payload` replace fields. */
export function meetingEvent(
  name: 'meeting.started' | 'meeting.ended',
  meeting: SimulatedMeeting,
  {object = {}, payload = {}}: {object?: Record<string, unknown>; payload?: Record<string, unknown>} = {},
): string {
  const now = Date.now();
  const time = (at: number): string => new Date(at).toISOString().replace(/\.\d+Z$/, 'Z');
  return JSON.stringify({
    event: name,
    event_ts: now,
    payload: {
      object: {
        id: String(meeting.number),
        uuid: meeting.uuid,
        host_id: meeting.hostId,
        topic: meeting.topic,
        type: 1,
        start_time: time(now),
        ...(name === 'meeting.ended' ? {end_time: time(now + 1000)} : {}),
        duration: 0,
        timezone: 'UTC',
        ...object,
      },
      ...payload,
    },
  });
}
