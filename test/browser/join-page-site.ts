import express, {type Request, type Response} from 'express';
import type {Entry, JoinableMeeting} from '../../contract/join-page.js';
import {createZoomSimulator} from '../../sandbox/zoom/create-zoom-simulator.js';
import {listenOnLoopback} from '../../sandbox/zoom/listen-on-loopback.js';
import type {SimulatedMeeting} from '../../sandbox/zoom/state/records.js';
import type {ZoomSimulator} from '../../sandbox/zoom/zoom-simulator.js';
import {buildJoinPage} from '../../scripts/build-join-page.js';
import {SecretText} from '../../server/core/domain/secret-text.js';
import {readSettings} from '../../server/core/domain/settings.js';
import {joinShellRoute} from '../../server/inbound/join-page/join-shell.js';
import {pageScriptRoute} from '../../server/inbound/join-page/page-script.js';
import {systemClock} from '../../server/lib/system-clock.js';
import {systemRandom} from '../../server/lib/system-random.js';
import {texts} from '../../server/messages/texts.js';
import {sign} from '../sandbox/zoom/sdk/join-by-sdk.js';

/** What one path below a pass answers: a body, a problem, or nothing at all. */
export type SiteAnswer =
  | {body: unknown; status?: number; headers?: Readonly<Record<string, string>>}
  | 'page of a proxy'
  | 'no answer';

/** What the page is told. A test changes it while the page is open. */
export interface Told {
  meeting: JoinableMeeting;
  /** In the place of what would be right. */
  answers: Partial<Record<'meeting' | 'entries' | 'links', SiteAnswer>>;
}

/** The page to join as it is served, with its own headers; what is behind it is as each test wants. */
export interface JoinPageSite {
  zoom: ZoomSimulator;
  meeting: SimulatedMeeting;
  told: Told;
  /** What was posted to `entries`. */
  entered: unknown[];
  address: (query?: string) => string;
  /** How often each path was asked for. */
  asked: (path: 'meeting' | 'entries' | 'links') => number;
  close: () => Promise<void>;
}

const ROOT = '/plugins/zoom/join-page';

export async function startJoinPageSite(sites: readonly string[] = []): Promise<JoinPageSite> {
  const zoom = await createZoomSimulator({clock: systemClock, random: systemRandom});
  const ana = zoom.addUser({email: 'ana@example.com', firstName: 'Ana'});
  const meeting = zoom.addMeeting({hostId: ana.id, topic: 'Weekly planning'});
  Object.assign(globalThis, {JOIN_PAGE_SCRIPT: await buildJoinPage()});
  const told: Told = {meeting: sampleMeeting(), answers: {}};
  const entered: unknown[] = [];
  const paths: string[] = [];
  const app = express();
  app.use(express.json());
  const {origin, close} = await listenOnLoopback(app, 0);
  app.get(`${ROOT}/page.js`, pageScriptRoute());
  app.get(
    `${ROOT}/:pass`,
    joinShellRoute({joinPage: joinPageOf(zoom, origin, sites), texts, settings: {zoom: zoomOf(zoom)}}),
  );
  const route = (path: keyof Told['answers'], right: (request: Request) => Promise<unknown>) =>
    app.all(`${ROOT}/:pass/${path}`, async (request, response) => {
      paths.push(path);
      await answer(response, told.answers[path] ?? {body: await right(request)});
    });
  route('meeting', async () => told.meeting);
  route('links', async () => ({url: `${zoom.url}/j/${meeting.number}?pwd=1`, app_url: appLink(meeting)}));
  route('entries', async ({body}) => {
    entered.push(body);
    const {name, email} = body as {name: string; email?: string};
    return {...(await entryOf(zoom, meeting)), name, ...(email !== undefined && {email})} satisfies Entry;
  });
  return {
    zoom,
    meeting,
    told,
    entered,
    address: (query = '') => `${origin}${ROOT}/a-pass${query}`,
    asked: (path) => paths.filter((one) => one === path).length,
    close: async () => {
      await close();
      await zoom.close();
    },
  };
}

export const sampleMeeting = (changes: Partial<JoinableMeeting> = {}): JoinableMeeting => ({
  state: 'live',
  kind: 'meeting',
  number: '855 1234 0000',
  topic: 'Weekly planning',
  text: 'The meeting is on.',
  asks_email: false,
  ...changes,
});

/** A way for the Zoom app that no program of this machine takes. */
const appLink = ({number}: SimulatedMeeting): string => `zoommtg://zoom.us/join?action=join&confno=${number}`;

const entryOf = async (
  zoom: ZoomSimulator,
  {number, password}: SimulatedMeeting,
): Promise<Omit<Entry, 'name'>> => ({
  signature: await sign(zoom, {now: systemClock.now(), number}),
  meeting_number: String(number),
  passcode: password,
});

const zoomOf = (zoom: ZoomSimulator) =>
  readSettings({
    ConnectionMode: 'server_to_server',
    AccountID: 'acc-1',
    OAuthClientID: 'client-1',
    OAuthClientSecret: 'client-secret',
    ZoomURL: zoom.url,
    ZoomAPIURL: zoom.apiUrl,
    AllowInsecureZoomURLs: true,
  }).zoom;

const joinPageOf = ({account, sdkUrl}: ZoomSimulator, origin: string, sites: readonly string[]) => ({
  origin,
  clientId: account.sdkClientId,
  clientSecret: new SecretText(account.sdkClientSecret),
  sites,
  sdk: {base: sdkUrl.replace(/\/[\d.]+$/, ''), version: /[\d.]+$/.exec(sdkUrl)?.[0] ?? ''},
  isOpenToGuests: true,
  isOnCards: false,
  adminsMayShare: false,
});

async function answer(response: Response, given: SiteAnswer): Promise<void> {
  if (given === 'no answer') return void response.socket?.resetAndDestroy();
  if (given === 'page of a proxy') return void response.status(502).type('html').send('<h1>Bad gateway</h1>');
  response
    .status(given.status ?? 200)
    .set(given.headers ?? {})
    .json(given.body);
}

/** As the server says no. */
export const problem = (
  status: number,
  code: string,
  message: string,
  more: Readonly<Record<string, unknown>> = {},
): Exclude<SiteAnswer, string> => ({status, body: {code, message, ...more}});
